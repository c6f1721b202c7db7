/** About how many lines a text has, by the length of those in its first part: good enough to say how long a run will take. */
export declare function aboutLines(file: string): number;
