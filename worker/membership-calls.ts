import type { CallClient } from '../shared/protocol/calls/call-client.ts'
import type { MembershipRequest, MembershipResponse } from '../shared/protocol/membership/membership.js'

/** To the coordinator, over the stream that this worker joined on. */
export type MembershipCalls = CallClient<MembershipRequest, MembershipResponse>
