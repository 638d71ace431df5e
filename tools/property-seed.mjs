import fc from 'fast-check';

/**
 * Properties are tried from one seed, so that a run can be repeated; `SUNLIT_PROPERTY_SEED` names another one (`random`: any),
 * `SUNLIT_PROPERTY_RUNS` more runs of those that state no number of their own. A failing property prints its seed.
 */
const { SUNLIT_PROPERTY_SEED: seed = '20210301', SUNLIT_PROPERTY_RUNS: runs } = process.env;
fc.configureGlobal({ ...(seed !== 'random' && { seed: Number(seed) }), ...(runs && { numRuns: Number(runs) }) });
