import type { Text } from '@sunlit/contracts';
import type { Difference, StageName } from './import.types.js';

/** Why no sheet writes over what was said, by stage: what a person was told or told us stays as it was, and is followed by another word. */
const BECAUSE: Readonly<Record<Exclude<StageName, 'registered'>, Text>> = {
  interim: {
    zh: '已告知本人的进展不改写：需要时另行告知',
    en: 'what the person was told meanwhile stands: tell them anew where needed',
  },
  answered: {
    zh: '已答复本人，不改写：重新办理(reopenCase)后另行答复，两次都保留',
    en: 'what the person was answered stands: take the matter up again (reopenCase) and answer it anew, both are kept',
  },
  rated: {
    zh: '本人的评价不改写：由审核员写明理由后搁置(setRatingAside)，另行回访',
    en: 'what the person said stands: a reviewer sets the rating aside with a ground (setRatingAside), and they are asked anew',
  },
};

/** The differences of an answer, a notice or a rating, each with why it is not corrected although that was asked for. */
export const notCorrected = (stage: StageName, differences: readonly Difference[]): readonly Difference[] =>
  stage === 'registered' ? differences : differences.map((each) => ({ ...each, because: BECAUSE[stage] }));
