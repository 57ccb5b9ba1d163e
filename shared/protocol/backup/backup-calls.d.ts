// Generated from backup-calls.proto by "npm run protocol". Do not edit.
import type { Codec, DecodeOptions } from 'protons-runtime';
import type { Uint8ArrayList } from 'uint8arraylist';
export interface BackupRequest {
    id: number;
    put?: PutBackupRequest;
    list?: ListBackupsRequest;
    get?: GetBackupRequest;
    drop?: DropBackupsRequest;
}
export declare namespace BackupRequest {
    const codec: () => Codec<BackupRequest>;
    function encode(obj: Partial<BackupRequest>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<BackupRequest>): BackupRequest;
}
export interface BackupResponse {
    id: number;
    failure?: BackupFailure;
    put?: PutBackupResponse;
    list?: ListBackupsResponse;
    get?: GetBackupResponse;
    drop?: DropBackupsResponse;
}
export declare namespace BackupResponse {
    const codec: () => Codec<BackupResponse>;
    function encode(obj: Partial<BackupResponse>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<BackupResponse>): BackupResponse;
}
export interface BackupFailure {
    code: string;
    message: string;
}
export declare namespace BackupFailure {
    const codec: () => Codec<BackupFailure>;
    function encode(obj: Partial<BackupFailure>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<BackupFailure>): BackupFailure;
}
export interface PutBackupRequest {
    object: Uint8Array;
}
export declare namespace PutBackupRequest {
    const codec: () => Codec<PutBackupRequest>;
    function encode(obj: Partial<PutBackupRequest>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<PutBackupRequest>): PutBackupRequest;
}
export interface PutBackupResponse {
}
export declare namespace PutBackupResponse {
    const codec: () => Codec<PutBackupResponse>;
    function encode(obj: Partial<PutBackupResponse>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<PutBackupResponse>): PutBackupResponse;
}
export interface ListBackupsRequest {
    after: string;
}
export declare namespace ListBackupsRequest {
    const codec: () => Codec<ListBackupsRequest>;
    function encode(obj: Partial<ListBackupsRequest>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<ListBackupsRequest>): ListBackupsRequest;
}
export interface ListBackupsResponse {
    names: string[];
    more: boolean;
    epochSeen: number;
}
export declare namespace ListBackupsResponse {
    const codec: () => Codec<ListBackupsResponse>;
    function encode(obj: Partial<ListBackupsResponse>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<ListBackupsResponse>): ListBackupsResponse;
}
export interface GetBackupRequest {
    name: string;
}
export declare namespace GetBackupRequest {
    const codec: () => Codec<GetBackupRequest>;
    function encode(obj: Partial<GetBackupRequest>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<GetBackupRequest>): GetBackupRequest;
}
export interface GetBackupResponse {
    object: Uint8Array;
}
export declare namespace GetBackupResponse {
    const codec: () => Codec<GetBackupResponse>;
    function encode(obj: Partial<GetBackupResponse>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<GetBackupResponse>): GetBackupResponse;
}
export interface DropBackupsRequest {
    names: string[];
}
export declare namespace DropBackupsRequest {
    const codec: () => Codec<DropBackupsRequest>;
    function encode(obj: Partial<DropBackupsRequest>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<DropBackupsRequest>): DropBackupsRequest;
}
export interface DropBackupsResponse {
}
export declare namespace DropBackupsResponse {
    const codec: () => Codec<DropBackupsResponse>;
    function encode(obj: Partial<DropBackupsResponse>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<DropBackupsResponse>): DropBackupsResponse;
}
