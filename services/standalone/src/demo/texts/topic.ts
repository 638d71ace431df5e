/** What people say about one category, with slots in braces that `fill` fills. */
export interface Topic {
  /** Code of the office's category. */
  readonly category: string;
  /** How often it comes among consultations, and among complaints. */
  readonly asked: number;
  readonly grieved: number;
  /** The operator's summaries of questions, and the answers that fit any of them. */
  readonly questions: readonly string[];
  readonly answers: readonly string[];
  /** Summaries of complaints, what the person said, and the replies after handling. */
  readonly grievances: readonly string[];
  readonly replies: readonly string[];
}
