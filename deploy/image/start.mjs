/** Starts the service that SUNLIT_SERVICE names, in this process, in the role that SUNLIT_ROLE names. */
const SERVICES = ['consultations', 'complaints', 'statistics', 'gateway'];

const service = process.env.SUNLIT_SERVICE ?? '';
if (!SERVICES.includes(service)) {
  const names = SERVICES.join(', ');
  console.error(
    `SUNLIT_SERVICE 为“${service}”:须为 ${names} 之一;单进程运行请用命令 sunlit serve。 ` +
      `SUNLIT_SERVICE is "${service}": it must be one of ${names}; for everything in one process the command is sunlit serve.`,
  );
  process.exit(2);
}
await import(new URL(`../../services/${service}/dist/main.js`, import.meta.url));
