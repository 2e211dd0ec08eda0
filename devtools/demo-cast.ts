/** Someone the panel can act as. */
export interface DemoPerson {
  readonly openid: string;
  readonly employmentId: string;
  readonly name: string;
  readonly departmentName: string;
  readonly branchName: string;
  /** In Chinese, as people say it: '员工', '主管', '人事'. */
  readonly roleText: string;
  /** Whether the seed tied this WeChat identity to the employment. */
  readonly bound: boolean;
  /** Where they usually punch: an id of the cast's places, or null. */
  readonly placeId: string | null;
  /** Where short messages to this person arrive. */
  readonly phone: string;
  /** For someone not yet bound: a code that works. */
  readonly invitationCode: string | null;
}

/** Where one may punch, in GCJ-02 degrees. */
export interface DemoPlace {
  readonly id: string;
  readonly name: string;
  readonly latitude: number;
  readonly longitude: number;
  /** null: anywhere. */
  readonly radiusMeters: number | null;
}

/** Who and where the demo company is: what the seed leaves for the panel and for the journeys. */
export interface DemoCast {
  readonly companyName: string;
  readonly people: readonly DemoPerson[];
  readonly places: readonly DemoPlace[];
}
