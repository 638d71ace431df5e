/**
 * The `server.properties` of one Kafka that is broker and controller at once, makes no topic by itself and lets a group change quickly.
 *
 * @param {{ data: string, listen: string, advertise: string, controllerPort: number }} options the folder of its log; the addresses (`host:port`) it listens on and is reached under; the controller listens on the loopback address
 */
export const serverProperties = ({ data, listen, advertise, controllerPort }) => `process.roles=broker,controller
node.id=1
controller.quorum.voters=1@127.0.0.1:${controllerPort}
listeners=PLAINTEXT://${listen},CONTROLLER://127.0.0.1:${controllerPort}
advertised.listeners=PLAINTEXT://${advertise}
controller.listener.names=CONTROLLER
log.dirs=${data}
auto.create.topics.enable=false
offsets.topic.replication.factor=1
offsets.topic.num.partitions=4
transaction.state.log.replication.factor=1
transaction.state.log.min.isr=1
group.initial.rebalance.delay.ms=0
group.min.session.timeout.ms=1000
`;
