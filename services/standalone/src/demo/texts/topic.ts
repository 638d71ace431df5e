/** What people say about one category, with slots in braces that `fill` fills. The texts of a list and of the next one belong together by place. */
export interface Topic {
  /** Code of the office's category. */
  readonly category: string;
  /** How often it comes among consultations, and among complaints. */
  readonly asked: number;
  readonly grieved: number;
  /** The operator's summaries of questions, and the answer to each. */
  readonly questions: readonly string[];
  readonly answers: readonly string[];
  /** Summaries of complaints, and the reply to each after handling. */
  readonly grievances: readonly string[];
  readonly replies: readonly string[];
}

/** What one matter is about: the operator's summary, and the answer it gets. */
export interface Theme {
  readonly category: string;
  readonly summary: string;
  readonly answer: string;
}
