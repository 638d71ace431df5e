import {
  GraphQLError,
  Kind,
  type ASTNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  type SelectionSetNode,
  type ValidationRule,
} from 'graphql';

/** How large an operation may be, whoever sends it. Counted before any resolver runs. */
export const LIMITS = {
  tokens: 2000,
  depth: 12,
  aliases: 40,
  directives: 20,
  rootFields: 40,
  cost: 20_000,
  pageSize: 200,
} as const;

interface Size {
  readonly depth: number;
  readonly aliases: number;
  readonly directives: number;
  readonly cost: number;
}

const NOTHING: Size = { depth: 0, aliases: 0, directives: 0, cost: 0 };
/** Kept far below overflow; any limit is smaller. */
const HUGE = 1e12;

const plus = (a: Size, b: Size): Size => ({
  depth: Math.max(a.depth, b.depth),
  aliases: Math.min(HUGE, a.aliases + b.aliases),
  directives: Math.min(HUGE, a.directives + b.directives),
  cost: Math.min(HUGE, a.cost + b.cost),
});

type Selection = SelectionSetNode['selections'][number];

/** Tools ask for the schema some 15 deep; its own bound keeps `type { fields { type …` from growing. */
const SCHEMA_DEPTH = 16;
const depthOf = (name: string, inner: number): number =>
  name.startsWith('__') && inner <= SCHEMA_DEPTH ? 1 : inner + 1;

/** How many rows a field may bring: its `first`; a variable counts as the largest page. */
const rowsOf = (selection: Selection): number => {
  if (selection.kind !== Kind.FIELD) return 1;
  const first = selection.arguments?.find(({ name }) => name.value === 'first')?.value;
  if (!first) return LISTS.has(selection.name.value) ? 20 : 1;
  const rows = first.kind === Kind.INT ? Number(first.value) : LIMITS.pageSize;
  return Math.max(1, Math.min(LIMITS.pageSize, rows));
};
const LISTS = new Set([
  'cases',
  'events',
  'restated',
  'callerCases',
  'accounts',
  'knowledgeSearch',
  'noted',
  'consultations',
  'clusters',
  'matters',
]);

/** Measures with each fragment read once, so a bomb of fragments costs nothing to refuse; a cycle measures as too deep. */
const measure = (document: DocumentNode) => {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of document.definitions)
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  const known = new Map<string, Size>();

  const ofFragment = (name: string): Size => {
    const found = known.get(name);
    if (found) return found;
    known.set(name, { ...NOTHING, depth: HUGE });
    const size = ofSet(fragments.get(name)?.selectionSet);
    known.set(name, size);
    return size;
  };
  const ofSelection = (selection: Selection): Size => {
    const own = { ...NOTHING, directives: selection.directives?.length ?? 0 };
    if (selection.kind === Kind.FRAGMENT_SPREAD) return plus(own, ofFragment(selection.name.value));
    const inner = ofSet(selection.selectionSet);
    if (selection.kind === Kind.INLINE_FRAGMENT) return plus(own, inner);
    const cost = Math.min(HUGE, 1 + rowsOf(selection) * inner.cost);
    return plus(own, {
      ...inner,
      depth: depthOf(selection.name.value, inner.depth),
      aliases: inner.aliases + (selection.alias ? 1 : 0),
      cost,
    });
  };
  const ofSet = (set: SelectionSetNode | undefined): Size =>
    (set?.selections ?? []).map(ofSelection).reduce(plus, NOTHING);
  return ofSet;
};

const problemsOf = (size: Size, rootFields: number): string[] => {
  const counted = { ...size, rootFields };
  const over = (['depth', 'aliases', 'directives', 'rootFields', 'cost'] as const).filter(
    (what) => counted[what] > LIMITS[what],
  );
  return over.map(
    (what) => `The operation's ${what} is over ${LIMITS[what]}: ask for less at once. 查询过大(${what}),请缩小。`,
  );
};

/** A rule of graphql-js: an operation over the limits is refused with code `TooLarge`; nothing of it runs. */
export const limitsRule: ValidationRule = (context) => {
  const document = context.getDocument();
  const sizeOf = measure(document);
  for (const node of document.definitions) {
    if (node.kind !== Kind.OPERATION_DEFINITION) continue;
    const size = sizeOf(node.selectionSet);
    const own = { ...size, directives: size.directives + (node.directives?.length ?? 0) };
    for (const problem of problemsOf(own, node.selectionSet.selections.length)) {
      context.reportError(new GraphQLError(problem, { nodes: [node as ASTNode], extensions: { code: 'TooLarge' } }));
    }
  }
  return {};
};
