// Generated from backup.proto by "npm run protocol". Do not edit.
import type { Codec, DecodeOptions } from 'protons-runtime';
import type { Uint8ArrayList } from 'uint8arraylist';
export interface BackupObject {
    header: Uint8Array;
    sealed: Uint8Array;
    signature: Uint8Array;
    proof: Uint8Array;
}
export declare namespace BackupObject {
    const codec: () => Codec<BackupObject>;
    function encode(obj: Partial<BackupObject>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<BackupObject>): BackupObject;
}
export interface BackupHeader {
    format: number;
    swarm: Uint8Array;
    epoch: number;
    kind: number;
    series: Uint8Array;
    number: number;
    previous: Uint8Array;
    from: number;
    to: number;
    whole: boolean;
    logSeries: Uint8Array;
    logNumber: number;
    logPrevious: Uint8Array;
    madeAtMs: number;
    recipient: Uint8Array;
    ephemeral: Uint8Array;
    reader: string;
    sealedDigest: Uint8Array;
}
export declare namespace BackupHeader {
    const codec: () => Codec<BackupHeader>;
    function encode(obj: Partial<BackupHeader>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<BackupHeader>): BackupHeader;
}
export interface BackupBody {
    coordinator?: CoordinatorSettings;
    rows: BackupRow[];
}
export declare namespace BackupBody {
    const codec: () => Codec<BackupBody>;
    function encode(obj: Partial<BackupBody>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<BackupBody>): BackupBody;
}
export interface BackupRow {
    key: string;
    value: Uint8Array;
    gone: boolean;
}
export declare namespace BackupRow {
    const codec: () => Codec<BackupRow>;
    function encode(obj: Partial<BackupRow>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<BackupRow>): BackupRow;
}
export interface CoordinatorSettings {
    identity: Uint8Array;
    secret: Uint8Array;
    config: string;
}
export declare namespace CoordinatorSettings {
    const codec: () => Codec<CoordinatorSettings>;
    function encode(obj: Partial<CoordinatorSettings>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<CoordinatorSettings>): CoordinatorSettings;
}
export interface SignedEpochProof {
    payload: Uint8Array;
    signature: Uint8Array;
}
export declare namespace SignedEpochProof {
    const codec: () => Codec<SignedEpochProof>;
    function encode(obj: Partial<SignedEpochProof>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<SignedEpochProof>): SignedEpochProof;
}
export interface EpochProof {
    swarm: Uint8Array;
    epoch: number;
    epochId: Uint8Array;
    restoredTo: number;
}
export declare namespace EpochProof {
    const codec: () => Codec<EpochProof>;
    function encode(obj: Partial<EpochProof>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<EpochProof>): EpochProof;
}
