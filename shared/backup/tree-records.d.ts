// Generated from tree-records.proto by "npm run protocol". Do not edit.
import type { Codec, DecodeOptions } from 'protons-runtime';
import type { Uint8ArrayList } from 'uint8arraylist';
export interface TreeInode {
    parent: Uint8Array;
    tag: Uint8Array;
    folder: boolean;
    sealedName: Uint8Array;
    sealedAttributes: Uint8Array;
    version: number;
    sealedHead: Uint8Array;
    groups: number;
    revision: number;
    committedAtMs: number;
    content: number;
}
export declare namespace TreeInode {
    const codec: () => Codec<TreeInode>;
    function encode(obj: Partial<TreeInode>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<TreeInode>): TreeInode;
}
export interface TreeDirent {
    child: Uint8Array;
}
export declare namespace TreeDirent {
    const codec: () => Codec<TreeDirent>;
    function encode(obj: Partial<TreeDirent>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<TreeDirent>): TreeDirent;
}
export interface TreeGroup {
    sealed: Uint8Array;
    pieces: TreePiece[];
}
export declare namespace TreeGroup {
    const codec: () => Codec<TreeGroup>;
    function encode(obj: Partial<TreeGroup>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<TreeGroup>): TreeGroup;
}
export interface TreePiece {
    cid: Uint8Array;
    sizeBytes: number;
}
export declare namespace TreePiece {
    const codec: () => Codec<TreePiece>;
    function encode(obj: Partial<TreePiece>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<TreePiece>): TreePiece;
}
export interface TreeShards {
    dataShards: number;
    parityShards: number;
    shards: Uint8Array[];
}
export declare namespace TreeShards {
    const codec: () => Codec<TreeShards>;
    function encode(obj: Partial<TreeShards>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<TreeShards>): TreeShards;
}
