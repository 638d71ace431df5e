/** The folder of PostgreSQL's programs; installs them where that can be done (root on Debian). `who` needs it, for the error's text: "P1 needs". */
export const postgresqlPrograms: (who?: string) => string;
/** "15.13". */
export const postgresqlVersion: (programs: string) => string;
/** Starts PostgreSQL on 127.0.0.1 with its data in this folder, made where there is none; resolves when it answers. */
export const startPostgresql: (
  programs: string,
  data: string,
  port: number,
) => Promise<{ readonly pid: number; stop(): Promise<void>; kill(): Promise<void> }>;
