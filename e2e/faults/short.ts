/** Whether fewer rounds of the same are asked for: `npm run test:distributed -- --short`. */
export const SHORT = process.env['SUNLIT_TEST_SHORT'] === '1';
