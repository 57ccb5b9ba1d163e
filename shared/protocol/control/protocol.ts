import type { CallHandlers } from '../calls/call-server.ts'
import type { CallProtocol } from '../calls/calls.ts'
import { ControlRequest, ControlResponse } from './control.js'

/** Client ↔ coordinator. An incompatible change is `/hiro/control/2` beside it. */
export const CONTROL: CallProtocol<ControlRequest, ControlResponse> = {
  id: '/hiro/control/1',
  request: ControlRequest,
  response: ControlResponse,
}

export type ControlHandlers = CallHandlers<ControlRequest, ControlResponse>
