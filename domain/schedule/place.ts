/** A place of attendance (考勤地点), coordinates in GCJ-02. An empty radius is null, never 0. */
export interface Place {
  readonly id: string;
  readonly name: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly radiusMeters: number | null;
}
