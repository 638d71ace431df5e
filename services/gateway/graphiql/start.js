/* global React, ReactDOM, GraphiQL, document, fetch, location */
// One tab an operation, in the order of the file; `# variables:` in front of one holds its variables.
const tabOf = (block) => {
  const variables = block.match(/^# variables: (.*)$/m);
  return {
    query: `${block.replace(/^# variables: .*\n/m, '')}\n`,
    variables: variables ? JSON.stringify(JSON.parse(variables[1]), null, 2) : undefined,
    headers: '{\n  "Authorization": ""\n}',
  };
};
const tabsOf = (text) => text.split(/^# ---$/m).map((block) => tabOf(block.trim()));

// What the last answers told: a token to go on with, the case last written or listed first, the answer of the knowledge base last written, how far was written.
// Kept in this page's memory alone.
const last = { token: '', case: '', knowledge: '', atLeast: '' };
const sockets = {};

const learn = (data) => {
  for (const answer of Object.values(data ?? {})) {
    if (answer?.token && answer.role) last.token = answer.token;
    if (answer?.case && answer.events) last.atLeast = answer.token ?? '';
    if (answer?.id && answer.events) last.knowledge = answer.id;
    last.case = answer?.case ?? answer?.edges?.[0]?.node?.id ?? last.case;
  }
  if (last.token) sockets.Authorization = `Bearer ${last.token}`;
};

const filled = ({ variables, ...operation }) => {
  const empty = Object.keys(variables ?? {}).filter((name) => variables[name] === '' && last[name]);
  return { ...operation, variables: { ...variables, ...Object.fromEntries(empty.map((name) => [name, last[name]])) } };
};

const headersOf = ({ Authorization, ...others } = {}) => {
  const authorization = Authorization || (last.token && `Bearer ${last.token}`);
  return authorization ? { ...others, Authorization: authorization } : others;
};

const isSubscription = (operation) =>
  operation.operationName === 'TheDesk' || /^\s*subscription\b/m.test(operation.query ?? '');

const start = async () => {
  const operations = await fetch('/graphiql/operations.graphql').then((response) => response.text());
  const scheme = location.protocol === 'https:' ? 'wss' : 'ws';
  const subscriptionUrl = `${scheme}://${location.host}/graphql`;
  const send = GraphiQL.createFetcher({
    url: '/graphql',
    subscriptionUrl,
    wsConnectionParams: sockets,
    enableIncrementalDelivery: false,
  });
  const fetcher = async (operation, options = {}) => {
    const answer = await send(filled(operation), { ...options, headers: headersOf(options.headers) });
    if (!isSubscription(operation)) learn(answer.data);
    return answer;
  };
  const tabs = tabsOf(operations);
  const graphiql = React.createElement(GraphiQL, {
    fetcher,
    defaultTabs: tabs,
    // The first tab shows the variables it is given here, not its own.
    variables: tabs[0].variables,
    defaultEditorToolsVisibility: 'variables',
    shouldPersistHeaders: false,
    isHeadersEditorEnabled: true,
    disableTabs: false,
  });
  ReactDOM.createRoot(document.getElementById('graphiql')).render(graphiql);
};

start();
