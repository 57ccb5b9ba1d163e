import type { CallHandlers } from '../calls/call-server.ts'
import type { CallProtocol } from '../calls/calls.ts'
import { MembershipRequest, MembershipResponse } from './membership.js'

/** Worker → coordinator. An incompatible change is `/hiro/membership/2` beside it. */
export const MEMBERSHIP: CallProtocol<MembershipRequest, MembershipResponse> = {
  id: '/hiro/membership/1',
  request: MembershipRequest,
  response: MembershipResponse,
}

export type MembershipHandlers = CallHandlers<MembershipRequest, MembershipResponse>
