import { DEMO_ACCOUNTS, DEMO_PASSWORD } from '../composition/demo-folder.js';

/** What a visitor reads once the demo serves: where to look, who to be, and three things to try. */
export const demoGuide = (url: string): string => `
阳光 Sunlit · 演示数据 demonstration data

  首页 the year        ${url}/
  GraphiQL             ${url}/graphiql

  账号 accounts (口令 password: ${DEMO_PASSWORD})
${DEMO_ACCOUNTS.map(({ account, role, unit }) => `    ${account.padEnd(14)} ${role}${unit ? ` (${unit})` : ''}`).join('\n')}

  试一试 three things to try
    1. 打开首页,点任一数字,一直看到背后的事项和事件。
       Open the page, follow a number down to its matters and their events.
    2. 在 GraphiQL 里以 operator 登录,依次运行各操作:接听、答复、派单、期限、回访。
       In GraphiQL sign in as operator and run the operations in order.
    3. 导入自己的表格到另一个数据目录 import a sheet of your own into a folder of its own:
       npx sunlit import examples/hotline-orders.csv --mapping examples/hotline-orders.mapping.yaml --data data/mine
       npx sunlit serve --data data/mine --port 4001

  Ctrl-C 停止 stops it.
`;
