import { AppError } from "../errors";

/** An answer that was begun would now read differently, so it cannot be gone on with. It can be asked for again. */
export class AnswerChanged extends AppError {
  constructor() {
    super("unavailable", "The answer was begun before your data changed.");
  }
}
