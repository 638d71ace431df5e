import type { Office } from '@sunlit/platform';

/**
 * The policy the office tries in the demo's recent days, and ends when it serves: reports are called back by choice alone, and what somebody
 * asks to have erased is erased at once, so that both can be seen.
 */
export const recentPolicy = ({ retention: _, ...office }: Office): Office => ({
  ...office,
  followUp: {
    ...office.followUp,
    rules: [{ kinds: ['report'], select: 'none', source: '演示:举报件试行人工挑选回访' }],
  },
});
