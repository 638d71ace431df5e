export { mongodbConnection, type MongodbConnection, type MongodbPlace } from './connection.js';
export { onlyDuplicates, type Subject } from './failures.js';
