// The years whose numbers are drawn in turn.

export const YEARS = [2023, 2024];
