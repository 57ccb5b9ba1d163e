// Generated from token.proto by "npm run protocol". Do not edit.
import type { Codec, DecodeOptions } from 'protons-runtime';
import type { Uint8ArrayList } from 'uint8arraylist';
export interface Signed {
    payload: Uint8Array;
    signature: Uint8Array;
}
export declare namespace Signed {
    const codec: () => Codec<Signed>;
    function encode(obj: Partial<Signed>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<Signed>): Signed;
}
export interface Pass {
    swarm: Uint8Array;
    epoch: number;
    peer: string;
    role: string;
    expiresAtMs: number;
}
export declare namespace Pass {
    const codec: () => Codec<Pass>;
    function encode(obj: Partial<Pass>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<Pass>): Pass;
}
export interface GrantedWorker {
    peer: string;
    addresses: string[];
}
export declare namespace GrantedWorker {
    const codec: () => Codec<GrantedWorker>;
    function encode(obj: Partial<GrantedWorker>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<GrantedWorker>): GrantedWorker;
}
export interface Grant {
    swarm: Uint8Array;
    epoch: number;
    peer: string;
    revision: number;
    id: Uint8Array;
    workers: GrantedWorker[];
    pieceBytesMax: number;
    bytesMax: number;
    ttlMs: number;
}
export declare namespace Grant {
    const codec: () => Codec<Grant>;
    function encode(obj: Partial<Grant>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<Grant>): Grant;
}
