#!/usr/bin/env node
// Before the first import: graphql-js reads it while it loads, and runs slow development checks without it.
process.env.NODE_ENV ??= 'production';
const { commandLine } = await import('../dist/cli/command-line.js').catch((error) => {
  if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error;
  console.error('Sunlit is not built yet: run "npm run setup" in its folder. 尚未构建:请先运行 npm run setup。');
  process.exit(1);
});
process.exitCode = await commandLine(process.argv.slice(2));
