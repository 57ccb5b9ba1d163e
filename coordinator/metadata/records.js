// Generated from records.proto by "npm run protocol". Do not edit.
import { decodeMessage, encodeMessage, MaxLengthError, message } from 'protons-runtime';
import { alloc as uint8ArrayAlloc } from 'uint8arrays/alloc';
export var SwarmRecord;
(function (SwarmRecord) {
    let _codec;
    SwarmRecord.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.id != null && obj.id.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.id);
                }
                if ((obj.format != null && obj.format !== 0)) {
                    w.uint32(16);
                    w.uint32(obj.format);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    id: uint8ArrayAlloc(0),
                    format: 0
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.id = reader.bytes();
                            break;
                        }
                        case 2: {
                            obj.format = reader.uint32();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, SwarmRecord.codec());
    }
    SwarmRecord.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, SwarmRecord.codec(), opts);
    }
    SwarmRecord.decode = decode;
})(SwarmRecord || (SwarmRecord = {}));
export var InodeRecord;
(function (InodeRecord) {
    let _codec;
    InodeRecord.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.parent != null && obj.parent.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.parent);
                }
                if ((obj.tag != null && obj.tag.byteLength > 0)) {
                    w.uint32(18);
                    w.bytes(obj.tag);
                }
                if ((obj.folder != null && obj.folder !== false)) {
                    w.uint32(24);
                    w.bool(obj.folder);
                }
                if ((obj.sealedName != null && obj.sealedName.byteLength > 0)) {
                    w.uint32(34);
                    w.bytes(obj.sealedName);
                }
                if ((obj.sealedAttributes != null && obj.sealedAttributes.byteLength > 0)) {
                    w.uint32(42);
                    w.bytes(obj.sealedAttributes);
                }
                if ((obj.version != null && obj.version !== 0)) {
                    w.uint32(48);
                    w.uint64Number(obj.version);
                }
                if ((obj.sealedHead != null && obj.sealedHead.byteLength > 0)) {
                    w.uint32(58);
                    w.bytes(obj.sealedHead);
                }
                if ((obj.groups != null && obj.groups !== 0)) {
                    w.uint32(64);
                    w.uint32(obj.groups);
                }
                if ((obj.revision != null && obj.revision !== 0)) {
                    w.uint32(72);
                    w.uint64Number(obj.revision);
                }
                if ((obj.committedAtMs != null && obj.committedAtMs !== 0)) {
                    w.uint32(80);
                    w.uint64Number(obj.committedAtMs);
                }
                if ((obj.content != null && obj.content !== 0)) {
                    w.uint32(168);
                    w.uint64Number(obj.content);
                }
                if ((obj.restored != null && obj.restored !== 0)) {
                    w.uint32(176);
                    w.uint64Number(obj.restored);
                }
                if ((obj.storedBytes != null && obj.storedBytes !== 0)) {
                    w.uint32(184);
                    w.uint64Number(obj.storedBytes);
                }
                if (obj.logicalBytes != null) {
                    w.uint32(320);
                    w.uint64Number(obj.logicalBytes);
                }
                if ((obj.charged != null && obj.charged.byteLength > 0)) {
                    w.uint32(330);
                    w.bytes(obj.charged);
                }
                if (obj.contentBytes != null) {
                    w.uint32(480);
                    w.uint64Number(obj.contentBytes);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    parent: uint8ArrayAlloc(0),
                    tag: uint8ArrayAlloc(0),
                    folder: false,
                    sealedName: uint8ArrayAlloc(0),
                    sealedAttributes: uint8ArrayAlloc(0),
                    version: 0,
                    sealedHead: uint8ArrayAlloc(0),
                    groups: 0,
                    revision: 0,
                    committedAtMs: 0,
                    content: 0,
                    restored: 0,
                    storedBytes: 0,
                    charged: uint8ArrayAlloc(0)
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.parent = reader.bytes();
                            break;
                        }
                        case 2: {
                            obj.tag = reader.bytes();
                            break;
                        }
                        case 3: {
                            obj.folder = reader.bool();
                            break;
                        }
                        case 4: {
                            obj.sealedName = reader.bytes();
                            break;
                        }
                        case 5: {
                            obj.sealedAttributes = reader.bytes();
                            break;
                        }
                        case 6: {
                            obj.version = reader.uint64Number();
                            break;
                        }
                        case 7: {
                            obj.sealedHead = reader.bytes();
                            break;
                        }
                        case 8: {
                            obj.groups = reader.uint32();
                            break;
                        }
                        case 9: {
                            obj.revision = reader.uint64Number();
                            break;
                        }
                        case 10: {
                            obj.committedAtMs = reader.uint64Number();
                            break;
                        }
                        case 21: {
                            obj.content = reader.uint64Number();
                            break;
                        }
                        case 22: {
                            obj.restored = reader.uint64Number();
                            break;
                        }
                        case 23: {
                            obj.storedBytes = reader.uint64Number();
                            break;
                        }
                        case 40: {
                            obj.logicalBytes = reader.uint64Number();
                            break;
                        }
                        case 41: {
                            obj.charged = reader.bytes();
                            break;
                        }
                        case 60: {
                            obj.contentBytes = reader.uint64Number();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, InodeRecord.codec());
    }
    InodeRecord.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, InodeRecord.codec(), opts);
    }
    InodeRecord.decode = decode;
})(InodeRecord || (InodeRecord = {}));
export var DirentRecord;
(function (DirentRecord) {
    let _codec;
    DirentRecord.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.child != null && obj.child.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.child);
                }
                if ((obj.revision != null && obj.revision !== 0)) {
                    w.uint32(240);
                    w.uint64Number(obj.revision);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    child: uint8ArrayAlloc(0),
                    revision: 0
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.child = reader.bytes();
                            break;
                        }
                        case 30: {
                            obj.revision = reader.uint64Number();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, DirentRecord.codec());
    }
    DirentRecord.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, DirentRecord.codec(), opts);
    }
    DirentRecord.decode = decode;
})(DirentRecord || (DirentRecord = {}));
export var SnapshotRecord;
(function (SnapshotRecord) {
    let _codec;
    SnapshotRecord.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.id != null && obj.id.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.id);
                }
                if ((obj.sealedName != null && obj.sealedName.byteLength > 0)) {
                    w.uint32(18);
                    w.bytes(obj.sealedName);
                }
                if ((obj.revision != null && obj.revision !== 0)) {
                    w.uint32(24);
                    w.uint64Number(obj.revision);
                }
                if ((obj.takenAtMs != null && obj.takenAtMs !== 0)) {
                    w.uint32(32);
                    w.uint64Number(obj.takenAtMs);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    id: uint8ArrayAlloc(0),
                    sealedName: uint8ArrayAlloc(0),
                    revision: 0,
                    takenAtMs: 0
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.id = reader.bytes();
                            break;
                        }
                        case 2: {
                            obj.sealedName = reader.bytes();
                            break;
                        }
                        case 3: {
                            obj.revision = reader.uint64Number();
                            break;
                        }
                        case 4: {
                            obj.takenAtMs = reader.uint64Number();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, SnapshotRecord.codec());
    }
    SnapshotRecord.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, SnapshotRecord.codec(), opts);
    }
    SnapshotRecord.decode = decode;
})(SnapshotRecord || (SnapshotRecord = {}));
export var TakenRecord;
(function (TakenRecord) {
    let _codec;
    TakenRecord.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.folder != null && obj.folder.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.folder);
                }
                if ((obj.tag != null && obj.tag.byteLength > 0)) {
                    w.uint32(18);
                    w.bytes(obj.tag);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    folder: uint8ArrayAlloc(0),
                    tag: uint8ArrayAlloc(0)
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.folder = reader.bytes();
                            break;
                        }
                        case 2: {
                            obj.tag = reader.bytes();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, TakenRecord.codec());
    }
    TakenRecord.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, TakenRecord.codec(), opts);
    }
    TakenRecord.decode = decode;
})(TakenRecord || (TakenRecord = {}));
export var SiftRecord;
(function (SiftRecord) {
    let _codec;
    SiftRecord.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.last != null && obj.last !== '')) {
                    w.uint32(10);
                    w.string(obj.last);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    last: ''
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.last = reader.string();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, SiftRecord.codec());
    }
    SiftRecord.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, SiftRecord.codec(), opts);
    }
    SiftRecord.decode = decode;
})(SiftRecord || (SiftRecord = {}));
export var GroupRecord;
(function (GroupRecord) {
    let _codec;
    GroupRecord.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.sealed != null && obj.sealed.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.sealed);
                }
                if (obj.pieces != null && obj.pieces.length > 0) {
                    for (const value of obj.pieces) {
                        w.uint32(18);
                        GroupPiece.codec().encode(value, w);
                    }
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    sealed: uint8ArrayAlloc(0),
                    pieces: []
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.sealed = reader.bytes();
                            break;
                        }
                        case 2: {
                            if (opts.limits?.pieces != null && obj.pieces.length === opts.limits.pieces) {
                                throw new MaxLengthError('Decode error - repeated field "pieces" had too many elements');
                            }
                            obj.pieces.push(GroupPiece.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.pieces$
                            }));
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, GroupRecord.codec());
    }
    GroupRecord.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, GroupRecord.codec(), opts);
    }
    GroupRecord.decode = decode;
})(GroupRecord || (GroupRecord = {}));
export var GroupPiece;
(function (GroupPiece) {
    let _codec;
    GroupPiece.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.cid != null && obj.cid.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.cid);
                }
                if ((obj.sizeBytes != null && obj.sizeBytes !== 0)) {
                    w.uint32(16);
                    w.uint64Number(obj.sizeBytes);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    cid: uint8ArrayAlloc(0),
                    sizeBytes: 0
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.cid = reader.bytes();
                            break;
                        }
                        case 2: {
                            obj.sizeBytes = reader.uint64Number();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, GroupPiece.codec());
    }
    GroupPiece.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, GroupPiece.codec(), opts);
    }
    GroupPiece.decode = decode;
})(GroupPiece || (GroupPiece = {}));
export var PieceRecord;
(function (PieceRecord) {
    let _codec;
    PieceRecord.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.sizeBytes != null && obj.sizeBytes !== 0)) {
                    w.uint32(8);
                    w.uint64Number(obj.sizeBytes);
                }
                if ((obj.refs != null && obj.refs !== 0)) {
                    w.uint32(16);
                    w.uint32(obj.refs);
                }
                if ((obj.copies != null && obj.copies !== 0)) {
                    w.uint32(24);
                    w.uint32(obj.copies);
                }
                if (obj.holders != null && obj.holders.length > 0) {
                    for (const value of obj.holders) {
                        w.uint32(34);
                        w.bytes(value);
                    }
                }
                if ((obj.condemned != null && obj.condemned !== false)) {
                    w.uint32(40);
                    w.bool(obj.condemned);
                }
                if ((obj.short != null && obj.short !== 0)) {
                    w.uint32(48);
                    w.uint32(obj.short);
                }
                if ((obj.over != null && obj.over !== false)) {
                    w.uint32(56);
                    w.bool(obj.over);
                }
                if ((obj.shape != null && obj.shape !== 0)) {
                    w.uint32(160);
                    w.uint32(obj.shape);
                }
                if ((obj.dataShards != null && obj.dataShards !== 0)) {
                    w.uint32(168);
                    w.uint32(obj.dataShards);
                }
                if ((obj.parityShards != null && obj.parityShards !== 0)) {
                    w.uint32(176);
                    w.uint32(obj.parityShards);
                }
                if (obj.shards != null && obj.shards.length > 0) {
                    for (const value of obj.shards) {
                        w.uint32(186);
                        w.bytes(value);
                    }
                }
                if ((obj.nextDataShards != null && obj.nextDataShards !== 0)) {
                    w.uint32(192);
                    w.uint32(obj.nextDataShards);
                }
                if ((obj.nextParityShards != null && obj.nextParityShards !== 0)) {
                    w.uint32(200);
                    w.uint32(obj.nextParityShards);
                }
                if ((obj.shardOf != null && obj.shardOf.byteLength > 0)) {
                    w.uint32(210);
                    w.bytes(obj.shardOf);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    sizeBytes: 0,
                    refs: 0,
                    copies: 0,
                    holders: [],
                    condemned: false,
                    short: 0,
                    over: false,
                    shape: 0,
                    dataShards: 0,
                    parityShards: 0,
                    shards: [],
                    nextDataShards: 0,
                    nextParityShards: 0,
                    shardOf: uint8ArrayAlloc(0)
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.sizeBytes = reader.uint64Number();
                            break;
                        }
                        case 2: {
                            obj.refs = reader.uint32();
                            break;
                        }
                        case 3: {
                            obj.copies = reader.uint32();
                            break;
                        }
                        case 4: {
                            if (opts.limits?.holders != null && obj.holders.length === opts.limits.holders) {
                                throw new MaxLengthError('Decode error - repeated field "holders" had too many elements');
                            }
                            obj.holders.push(reader.bytes());
                            break;
                        }
                        case 5: {
                            obj.condemned = reader.bool();
                            break;
                        }
                        case 6: {
                            obj.short = reader.uint32();
                            break;
                        }
                        case 7: {
                            obj.over = reader.bool();
                            break;
                        }
                        case 20: {
                            obj.shape = reader.uint32();
                            break;
                        }
                        case 21: {
                            obj.dataShards = reader.uint32();
                            break;
                        }
                        case 22: {
                            obj.parityShards = reader.uint32();
                            break;
                        }
                        case 23: {
                            if (opts.limits?.shards != null && obj.shards.length === opts.limits.shards) {
                                throw new MaxLengthError('Decode error - repeated field "shards" had too many elements');
                            }
                            obj.shards.push(reader.bytes());
                            break;
                        }
                        case 24: {
                            obj.nextDataShards = reader.uint32();
                            break;
                        }
                        case 25: {
                            obj.nextParityShards = reader.uint32();
                            break;
                        }
                        case 26: {
                            obj.shardOf = reader.bytes();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, PieceRecord.codec());
    }
    PieceRecord.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, PieceRecord.codec(), opts);
    }
    PieceRecord.decode = decode;
})(PieceRecord || (PieceRecord = {}));
export var WorkerRecord;
(function (WorkerRecord) {
    let _codec;
    WorkerRecord.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.store != null && obj.store.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.store);
                }
                if ((obj.name != null && obj.name !== '')) {
                    w.uint32(18);
                    w.string(obj.name);
                }
                if ((obj.zone != null && obj.zone !== '')) {
                    w.uint32(26);
                    w.string(obj.zone);
                }
                if (obj.addresses != null && obj.addresses.length > 0) {
                    for (const value of obj.addresses) {
                        w.uint32(34);
                        w.string(value);
                    }
                }
                if ((obj.capacityBytes != null && obj.capacityBytes !== 0)) {
                    w.uint32(40);
                    w.uint64Number(obj.capacityBytes);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    store: uint8ArrayAlloc(0),
                    name: '',
                    zone: '',
                    addresses: [],
                    capacityBytes: 0
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.store = reader.bytes();
                            break;
                        }
                        case 2: {
                            obj.name = reader.string();
                            break;
                        }
                        case 3: {
                            obj.zone = reader.string();
                            break;
                        }
                        case 4: {
                            if (opts.limits?.addresses != null && obj.addresses.length === opts.limits.addresses) {
                                throw new MaxLengthError('Decode error - repeated field "addresses" had too many elements');
                            }
                            obj.addresses.push(reader.string());
                            break;
                        }
                        case 5: {
                            obj.capacityBytes = reader.uint64Number();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, WorkerRecord.codec());
    }
    WorkerRecord.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, WorkerRecord.codec(), opts);
    }
    WorkerRecord.decode = decode;
})(WorkerRecord || (WorkerRecord = {}));
export var StoreRecord;
(function (StoreRecord) {
    let _codec;
    StoreRecord.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.peer != null && obj.peer !== '')) {
                    w.uint32(10);
                    w.string(obj.peer);
                }
                if ((obj.lost != null && obj.lost !== false)) {
                    w.uint32(16);
                    w.bool(obj.lost);
                }
                if ((obj.away != null && obj.away !== false)) {
                    w.uint32(24);
                    w.bool(obj.away);
                }
                if ((obj.draining != null && obj.draining !== false)) {
                    w.uint32(32);
                    w.bool(obj.draining);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    peer: '',
                    lost: false,
                    away: false,
                    draining: false
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.peer = reader.string();
                            break;
                        }
                        case 2: {
                            obj.lost = reader.bool();
                            break;
                        }
                        case 3: {
                            obj.away = reader.bool();
                            break;
                        }
                        case 4: {
                            obj.draining = reader.bool();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, StoreRecord.codec());
    }
    StoreRecord.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, StoreRecord.codec(), opts);
    }
    StoreRecord.decode = decode;
})(StoreRecord || (StoreRecord = {}));
export var IntentRecord;
(function (IntentRecord) {
    let _codec;
    IntentRecord.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.state != null && obj.state !== 0)) {
                    w.uint32(8);
                    w.uint32(obj.state);
                }
                if ((obj.upload != null && obj.upload.byteLength > 0)) {
                    w.uint32(18);
                    w.bytes(obj.upload);
                }
                if ((obj.parent != null && obj.parent.byteLength > 0)) {
                    w.uint32(26);
                    w.bytes(obj.parent);
                }
                if ((obj.tag != null && obj.tag.byteLength > 0)) {
                    w.uint32(34);
                    w.bytes(obj.tag);
                }
                if ((obj.file != null && obj.file.byteLength > 0)) {
                    w.uint32(42);
                    w.bytes(obj.file);
                }
                if ((obj.sealedName != null && obj.sealedName.byteLength > 0)) {
                    w.uint32(50);
                    w.bytes(obj.sealedName);
                }
                if ((obj.replace != null && obj.replace !== false)) {
                    w.uint32(56);
                    w.bool(obj.replace);
                }
                if ((obj.copies != null && obj.copies !== 0)) {
                    w.uint32(64);
                    w.uint32(obj.copies);
                }
                if ((obj.copiesMin != null && obj.copiesMin !== 0)) {
                    w.uint32(72);
                    w.uint32(obj.copiesMin);
                }
                if ((obj.groupsSealed != null && obj.groupsSealed !== 0)) {
                    w.uint32(80);
                    w.uint32(obj.groupsSealed);
                }
                if (obj.stores != null && obj.stores.length > 0) {
                    for (const value of obj.stores) {
                        w.uint32(90);
                        w.bytes(value);
                    }
                }
                if ((obj.copiesReached != null && obj.copiesReached !== 0)) {
                    w.uint32(96);
                    w.uint32(obj.copiesReached);
                }
                if ((obj.revision != null && obj.revision !== 0)) {
                    w.uint32(104);
                    w.uint64Number(obj.revision);
                }
                if ((obj.endedAtMs != null && obj.endedAtMs !== 0)) {
                    w.uint32(112);
                    w.uint64Number(obj.endedAtMs);
                }
                if ((obj.client != null && obj.client !== '')) {
                    w.uint32(122);
                    w.string(obj.client);
                }
                if ((obj.replaces != null && obj.replaces !== false)) {
                    w.uint32(128);
                    w.bool(obj.replaces);
                }
                if ((obj.pieceBytes != null && obj.pieceBytes !== 0)) {
                    w.uint32(168);
                    w.uint64Number(obj.pieceBytes);
                }
                if ((obj.dataShards != null && obj.dataShards !== 0)) {
                    w.uint32(240);
                    w.uint32(obj.dataShards);
                }
                if ((obj.parityShards != null && obj.parityShards !== 0)) {
                    w.uint32(248);
                    w.uint32(obj.parityShards);
                }
                if ((obj.sharded != null && obj.sharded !== false)) {
                    w.uint32(264);
                    w.bool(obj.sharded);
                }
                if ((obj.pack != null && obj.pack !== false)) {
                    w.uint32(400);
                    w.bool(obj.pack);
                }
                if (obj.published != null && obj.published.length > 0) {
                    for (const value of obj.published) {
                        w.uint32(410);
                        w.bytes(value);
                    }
                }
                if (obj.fence != null) {
                    w.uint32(562);
                    FenceRecord.codec().encode(obj.fence, w);
                }
                if (obj.edit != null) {
                    w.uint32(482);
                    EditState.codec().encode(obj.edit, w);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    state: 0,
                    upload: uint8ArrayAlloc(0),
                    parent: uint8ArrayAlloc(0),
                    tag: uint8ArrayAlloc(0),
                    file: uint8ArrayAlloc(0),
                    sealedName: uint8ArrayAlloc(0),
                    replace: false,
                    copies: 0,
                    copiesMin: 0,
                    groupsSealed: 0,
                    stores: [],
                    copiesReached: 0,
                    revision: 0,
                    endedAtMs: 0,
                    client: '',
                    replaces: false,
                    pieceBytes: 0,
                    dataShards: 0,
                    parityShards: 0,
                    sharded: false,
                    pack: false,
                    published: []
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.state = reader.uint32();
                            break;
                        }
                        case 2: {
                            obj.upload = reader.bytes();
                            break;
                        }
                        case 3: {
                            obj.parent = reader.bytes();
                            break;
                        }
                        case 4: {
                            obj.tag = reader.bytes();
                            break;
                        }
                        case 5: {
                            obj.file = reader.bytes();
                            break;
                        }
                        case 6: {
                            obj.sealedName = reader.bytes();
                            break;
                        }
                        case 7: {
                            obj.replace = reader.bool();
                            break;
                        }
                        case 8: {
                            obj.copies = reader.uint32();
                            break;
                        }
                        case 9: {
                            obj.copiesMin = reader.uint32();
                            break;
                        }
                        case 10: {
                            obj.groupsSealed = reader.uint32();
                            break;
                        }
                        case 11: {
                            if (opts.limits?.stores != null && obj.stores.length === opts.limits.stores) {
                                throw new MaxLengthError('Decode error - repeated field "stores" had too many elements');
                            }
                            obj.stores.push(reader.bytes());
                            break;
                        }
                        case 12: {
                            obj.copiesReached = reader.uint32();
                            break;
                        }
                        case 13: {
                            obj.revision = reader.uint64Number();
                            break;
                        }
                        case 14: {
                            obj.endedAtMs = reader.uint64Number();
                            break;
                        }
                        case 15: {
                            obj.client = reader.string();
                            break;
                        }
                        case 16: {
                            obj.replaces = reader.bool();
                            break;
                        }
                        case 21: {
                            obj.pieceBytes = reader.uint64Number();
                            break;
                        }
                        case 30: {
                            obj.dataShards = reader.uint32();
                            break;
                        }
                        case 31: {
                            obj.parityShards = reader.uint32();
                            break;
                        }
                        case 33: {
                            obj.sharded = reader.bool();
                            break;
                        }
                        case 50: {
                            obj.pack = reader.bool();
                            break;
                        }
                        case 51: {
                            if (opts.limits?.published != null && obj.published.length === opts.limits.published) {
                                throw new MaxLengthError('Decode error - repeated field "published" had too many elements');
                            }
                            obj.published.push(reader.bytes());
                            break;
                        }
                        case 70: {
                            obj.fence = FenceRecord.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.fence
                            });
                            break;
                        }
                        case 60: {
                            obj.edit = EditState.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.edit
                            });
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, IntentRecord.codec());
    }
    IntentRecord.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, IntentRecord.codec(), opts);
    }
    IntentRecord.decode = decode;
})(IntentRecord || (IntentRecord = {}));
export var EditState;
(function (EditState) {
    let _codec;
    EditState.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.base != null && obj.base !== 0)) {
                    w.uint32(8);
                    w.uint64Number(obj.base);
                }
                if ((obj.copied != null && obj.copied !== false)) {
                    w.uint32(16);
                    w.bool(obj.copied);
                }
                if ((obj.group != null && obj.group !== '')) {
                    w.uint32(26);
                    w.string(obj.group);
                }
                if ((obj.piece != null && obj.piece !== 0)) {
                    w.uint32(32);
                    w.uint32(obj.piece);
                }
                if ((obj.published != null && obj.published !== 0)) {
                    w.uint32(40);
                    w.uint64Number(obj.published);
                }
                if ((obj.next != null && obj.next !== 0)) {
                    w.uint32(48);
                    w.uint64Number(obj.next);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    base: 0,
                    copied: false,
                    group: '',
                    piece: 0,
                    published: 0,
                    next: 0
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.base = reader.uint64Number();
                            break;
                        }
                        case 2: {
                            obj.copied = reader.bool();
                            break;
                        }
                        case 3: {
                            obj.group = reader.string();
                            break;
                        }
                        case 4: {
                            obj.piece = reader.uint32();
                            break;
                        }
                        case 5: {
                            obj.published = reader.uint64Number();
                            break;
                        }
                        case 6: {
                            obj.next = reader.uint64Number();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, EditState.codec());
    }
    EditState.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, EditState.codec(), opts);
    }
    EditState.decode = decode;
})(EditState || (EditState = {}));
export var RefRecord;
(function (RefRecord) {
    let _codec;
    RefRecord.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.groups != null && obj.groups !== 0)) {
                    w.uint32(8);
                    w.uint32(obj.groups);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    groups: 0
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.groups = reader.uint32();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, RefRecord.codec());
    }
    RefRecord.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, RefRecord.codec(), opts);
    }
    RefRecord.decode = decode;
})(RefRecord || (RefRecord = {}));
export var ListedRecord;
(function (ListedRecord) {
    let _codec;
    ListedRecord.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if (obj.more != null && obj.more.length > 0) {
                    for (const value of obj.more) {
                        w.uint32(10);
                        w.bytes(value);
                    }
                }
                if (obj.fewer != null && obj.fewer.length > 0) {
                    for (const value of obj.fewer) {
                        w.uint32(18);
                        w.bytes(value);
                    }
                }
                if ((obj.notBeforeMs != null && obj.notBeforeMs !== 0)) {
                    w.uint32(24);
                    w.uint64Number(obj.notBeforeMs);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    more: [],
                    fewer: [],
                    notBeforeMs: 0
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            if (opts.limits?.more != null && obj.more.length === opts.limits.more) {
                                throw new MaxLengthError('Decode error - repeated field "more" had too many elements');
                            }
                            obj.more.push(reader.bytes());
                            break;
                        }
                        case 2: {
                            if (opts.limits?.fewer != null && obj.fewer.length === opts.limits.fewer) {
                                throw new MaxLengthError('Decode error - repeated field "fewer" had too many elements');
                            }
                            obj.fewer.push(reader.bytes());
                            break;
                        }
                        case 3: {
                            obj.notBeforeMs = reader.uint64Number();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, ListedRecord.codec());
    }
    ListedRecord.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, ListedRecord.codec(), opts);
    }
    ListedRecord.decode = decode;
})(ListedRecord || (ListedRecord = {}));
export var LooseRecord;
(function (LooseRecord) {
    let _codec;
    LooseRecord.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.notBeforeMs != null && obj.notBeforeMs !== 0)) {
                    w.uint32(8);
                    w.uint64Number(obj.notBeforeMs);
                }
                if ((obj.last != null && obj.last !== '')) {
                    w.uint32(18);
                    w.string(obj.last);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    notBeforeMs: 0,
                    last: ''
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.notBeforeMs = reader.uint64Number();
                            break;
                        }
                        case 2: {
                            obj.last = reader.string();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, LooseRecord.codec());
    }
    LooseRecord.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, LooseRecord.codec(), opts);
    }
    LooseRecord.decode = decode;
})(LooseRecord || (LooseRecord = {}));
export var SealedRecord;
(function (SealedRecord) {
    let _codec;
    SealedRecord.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.copies != null && obj.copies !== 0)) {
                    w.uint32(8);
                    w.uint32(obj.copies);
                }
                if (obj.stores != null && obj.stores.length > 0) {
                    for (const value of obj.stores) {
                        w.uint32(18);
                        w.bytes(value);
                    }
                }
                if ((obj.pieceBytes != null && obj.pieceBytes !== 0)) {
                    w.uint32(168);
                    w.uint64Number(obj.pieceBytes);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    copies: 0,
                    stores: [],
                    pieceBytes: 0
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.copies = reader.uint32();
                            break;
                        }
                        case 2: {
                            if (opts.limits?.stores != null && obj.stores.length === opts.limits.stores) {
                                throw new MaxLengthError('Decode error - repeated field "stores" had too many elements');
                            }
                            obj.stores.push(reader.bytes());
                            break;
                        }
                        case 21: {
                            obj.pieceBytes = reader.uint64Number();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, SealedRecord.codec());
    }
    SealedRecord.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, SealedRecord.codec(), opts);
    }
    SealedRecord.decode = decode;
})(SealedRecord || (SealedRecord = {}));
export var UploadRecord;
(function (UploadRecord) {
    let _codec;
    UploadRecord.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.version != null && obj.version !== 0)) {
                    w.uint32(8);
                    w.uint64Number(obj.version);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    version: 0
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.version = reader.uint64Number();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, UploadRecord.codec());
    }
    UploadRecord.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, UploadRecord.codec(), opts);
    }
    UploadRecord.decode = decode;
})(UploadRecord || (UploadRecord = {}));
export var TrashRecord;
(function (TrashRecord) {
    let _codec;
    TrashRecord.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if (obj.inode != null) {
                    w.uint32(10);
                    InodeRecord.codec().encode(obj.inode, w);
                }
                if ((obj.replaced != null && obj.replaced !== false)) {
                    w.uint32(16);
                    w.bool(obj.replaced);
                }
                if ((obj.atMs != null && obj.atMs !== 0)) {
                    w.uint32(24);
                    w.uint64Number(obj.atMs);
                }
                if ((obj.untilMs != null && obj.untilMs !== 0)) {
                    w.uint32(32);
                    w.uint64Number(obj.untilMs);
                }
                if ((obj.revision != null && obj.revision !== 0)) {
                    w.uint32(40);
                    w.uint64Number(obj.revision);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    replaced: false,
                    atMs: 0,
                    untilMs: 0,
                    revision: 0
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.inode = InodeRecord.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.inode
                            });
                            break;
                        }
                        case 2: {
                            obj.replaced = reader.bool();
                            break;
                        }
                        case 3: {
                            obj.atMs = reader.uint64Number();
                            break;
                        }
                        case 4: {
                            obj.untilMs = reader.uint64Number();
                            break;
                        }
                        case 5: {
                            obj.revision = reader.uint64Number();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, TrashRecord.codec());
    }
    TrashRecord.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, TrashRecord.codec(), opts);
    }
    TrashRecord.decode = decode;
})(TrashRecord || (TrashRecord = {}));
export var RestoreRecord;
(function (RestoreRecord) {
    let _codec;
    RestoreRecord.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.newest != null && obj.newest !== 0)) {
                    w.uint32(8);
                    w.uint64Number(obj.newest);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    newest: 0
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.newest = reader.uint64Number();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, RestoreRecord.codec());
    }
    RestoreRecord.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, RestoreRecord.codec(), opts);
    }
    RestoreRecord.decode = decode;
})(RestoreRecord || (RestoreRecord = {}));
export var GarbageRecord;
(function (GarbageRecord) {
    let _codec;
    GarbageRecord.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.notBeforeMs != null && obj.notBeforeMs !== 0)) {
                    w.uint32(8);
                    w.uint64Number(obj.notBeforeMs);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    notBeforeMs: 0
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.notBeforeMs = reader.uint64Number();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, GarbageRecord.codec());
    }
    GarbageRecord.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, GarbageRecord.codec(), opts);
    }
    GarbageRecord.decode = decode;
})(GarbageRecord || (GarbageRecord = {}));
export var RemovalRecord;
(function (RemovalRecord) {
    let _codec;
    RemovalRecord.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.revision != null && obj.revision !== 0)) {
                    w.uint32(8);
                    w.uint64Number(obj.revision);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    revision: 0
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.revision = reader.uint64Number();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, RemovalRecord.codec());
    }
    RemovalRecord.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, RemovalRecord.codec(), opts);
    }
    RemovalRecord.decode = decode;
})(RemovalRecord || (RemovalRecord = {}));
export var ShortRecord;
(function (ShortRecord) {
    let _codec;
    ShortRecord.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.missingBytes != null && obj.missingBytes !== 0)) {
                    w.uint32(8);
                    w.uint64Number(obj.missingBytes);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    missingBytes: 0
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.missingBytes = reader.uint64Number();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, ShortRecord.codec());
    }
    ShortRecord.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, ShortRecord.codec(), opts);
    }
    ShortRecord.decode = decode;
})(ShortRecord || (ShortRecord = {}));
export var RelistRecord;
(function (RelistRecord) {
    let _codec;
    RelistRecord.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.last != null && obj.last !== '')) {
                    w.uint32(10);
                    w.string(obj.last);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    last: ''
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.last = reader.string();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, RelistRecord.codec());
    }
    RelistRecord.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, RelistRecord.codec(), opts);
    }
    RelistRecord.decode = decode;
})(RelistRecord || (RelistRecord = {}));
export var PolicyRecord;
(function (PolicyRecord) {
    let _codec;
    PolicyRecord.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.copies != null && obj.copies !== 0)) {
                    w.uint32(8);
                    w.uint32(obj.copies);
                }
                if ((obj.dataShards != null && obj.dataShards !== 0)) {
                    w.uint32(16);
                    w.uint32(obj.dataShards);
                }
                if ((obj.parityShards != null && obj.parityShards !== 0)) {
                    w.uint32(24);
                    w.uint32(obj.parityShards);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    copies: 0,
                    dataShards: 0,
                    parityShards: 0
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.copies = reader.uint32();
                            break;
                        }
                        case 2: {
                            obj.dataShards = reader.uint32();
                            break;
                        }
                        case 3: {
                            obj.parityShards = reader.uint32();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, PolicyRecord.codec());
    }
    PolicyRecord.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, PolicyRecord.codec(), opts);
    }
    PolicyRecord.decode = decode;
})(PolicyRecord || (PolicyRecord = {}));
export var ReshapeRecord;
(function (ReshapeRecord) {
    let _codec;
    ReshapeRecord.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.last != null && obj.last !== '')) {
                    w.uint32(10);
                    w.string(obj.last);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    last: ''
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.last = reader.string();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, ReshapeRecord.codec());
    }
    ReshapeRecord.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, ReshapeRecord.codec(), opts);
    }
    ReshapeRecord.decode = decode;
})(ReshapeRecord || (ReshapeRecord = {}));
export var QuotaRecord;
(function (QuotaRecord) {
    let _codec;
    QuotaRecord.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.bytesMax != null && obj.bytesMax !== 0)) {
                    w.uint32(8);
                    w.uint64Number(obj.bytesMax);
                }
                if ((obj.filesMax != null && obj.filesMax !== 0)) {
                    w.uint32(16);
                    w.uint64Number(obj.filesMax);
                }
                if ((obj.removed != null && obj.removed !== false)) {
                    w.uint32(24);
                    w.bool(obj.removed);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    bytesMax: 0,
                    filesMax: 0,
                    removed: false
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.bytesMax = reader.uint64Number();
                            break;
                        }
                        case 2: {
                            obj.filesMax = reader.uint64Number();
                            break;
                        }
                        case 3: {
                            obj.removed = reader.bool();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, QuotaRecord.codec());
    }
    QuotaRecord.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, QuotaRecord.codec(), opts);
    }
    QuotaRecord.decode = decode;
})(QuotaRecord || (QuotaRecord = {}));
export var UsedRecord;
(function (UsedRecord) {
    let _codec;
    UsedRecord.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.bytes != null && obj.bytes !== 0)) {
                    w.uint32(8);
                    w.uint64Number(obj.bytes);
                }
                if ((obj.files != null && obj.files !== 0)) {
                    w.uint32(16);
                    w.uint64Number(obj.files);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    bytes: 0,
                    files: 0
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.bytes = reader.uint64Number();
                            break;
                        }
                        case 2: {
                            obj.files = reader.uint64Number();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, UsedRecord.codec());
    }
    UsedRecord.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, UsedRecord.codec(), opts);
    }
    UsedRecord.decode = decode;
})(UsedRecord || (UsedRecord = {}));
export var RecountRecord;
(function (RecountRecord) {
    let _codec;
    RecountRecord.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.last != null && obj.last !== '')) {
                    w.uint32(10);
                    w.string(obj.last);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    last: ''
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.last = reader.string();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, RecountRecord.codec());
    }
    RecountRecord.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, RecountRecord.codec(), opts);
    }
    RecountRecord.decode = decode;
})(RecountRecord || (RecountRecord = {}));
export var LogRecord;
(function (LogRecord) {
    let _codec;
    LogRecord.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.change != null && obj.change !== '')) {
                    w.uint32(10);
                    w.string(obj.change);
                }
                if ((obj.id != null && obj.id.byteLength > 0)) {
                    w.uint32(18);
                    w.bytes(obj.id);
                }
                if ((obj.parent != null && obj.parent.byteLength > 0)) {
                    w.uint32(26);
                    w.bytes(obj.parent);
                }
                if ((obj.version != null && obj.version !== 0)) {
                    w.uint32(32);
                    w.uint64Number(obj.version);
                }
                if ((obj.atMs != null && obj.atMs !== 0)) {
                    w.uint32(40);
                    w.uint64Number(obj.atMs);
                }
                if ((obj.sealedName != null && obj.sealedName.byteLength > 0)) {
                    w.uint32(402);
                    w.bytes(obj.sealedName);
                }
                if ((obj.fromParent != null && obj.fromParent.byteLength > 0)) {
                    w.uint32(410);
                    w.bytes(obj.fromParent);
                }
                if ((obj.fromSealedName != null && obj.fromSealedName.byteLength > 0)) {
                    w.uint32(418);
                    w.bytes(obj.fromSealedName);
                }
                if ((obj.folder != null && obj.folder !== false)) {
                    w.uint32(424);
                    w.bool(obj.folder);
                }
                if ((obj.fresh != null && obj.fresh !== false)) {
                    w.uint32(432);
                    w.bool(obj.fresh);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    change: '',
                    id: uint8ArrayAlloc(0),
                    parent: uint8ArrayAlloc(0),
                    version: 0,
                    atMs: 0,
                    sealedName: uint8ArrayAlloc(0),
                    fromParent: uint8ArrayAlloc(0),
                    fromSealedName: uint8ArrayAlloc(0),
                    folder: false,
                    fresh: false
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.change = reader.string();
                            break;
                        }
                        case 2: {
                            obj.id = reader.bytes();
                            break;
                        }
                        case 3: {
                            obj.parent = reader.bytes();
                            break;
                        }
                        case 4: {
                            obj.version = reader.uint64Number();
                            break;
                        }
                        case 5: {
                            obj.atMs = reader.uint64Number();
                            break;
                        }
                        case 50: {
                            obj.sealedName = reader.bytes();
                            break;
                        }
                        case 51: {
                            obj.fromParent = reader.bytes();
                            break;
                        }
                        case 52: {
                            obj.fromSealedName = reader.bytes();
                            break;
                        }
                        case 53: {
                            obj.folder = reader.bool();
                            break;
                        }
                        case 54: {
                            obj.fresh = reader.bool();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, LogRecord.codec());
    }
    LogRecord.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, LogRecord.codec(), opts);
    }
    LogRecord.decode = decode;
})(LogRecord || (LogRecord = {}));
export var LogStartRecord;
(function (LogStartRecord) {
    let _codec;
    LogStartRecord.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.revision != null && obj.revision !== 0)) {
                    w.uint32(400);
                    w.uint64Number(obj.revision);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    revision: 0
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 50: {
                            obj.revision = reader.uint64Number();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, LogStartRecord.codec());
    }
    LogStartRecord.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, LogStartRecord.codec(), opts);
    }
    LogStartRecord.decode = decode;
})(LogStartRecord || (LogStartRecord = {}));
export var SessionRecord;
(function (SessionRecord) {
    let _codec;
    SessionRecord.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.client != null && obj.client !== '')) {
                    w.uint32(10);
                    w.string(obj.client);
                }
                if ((obj.revision != null && obj.revision !== 0)) {
                    w.uint32(16);
                    w.uint64Number(obj.revision);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    client: '',
                    revision: 0
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.client = reader.string();
                            break;
                        }
                        case 2: {
                            obj.revision = reader.uint64Number();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, SessionRecord.codec());
    }
    SessionRecord.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, SessionRecord.codec(), opts);
    }
    SessionRecord.decode = decode;
})(SessionRecord || (SessionRecord = {}));
export var LockRecord;
(function (LockRecord) {
    let _codec;
    LockRecord.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if (obj.held != null && obj.held.length > 0) {
                    for (const value of obj.held) {
                        w.uint32(10);
                        HeldLock.codec().encode(value, w);
                    }
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    held: []
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            if (opts.limits?.held != null && obj.held.length === opts.limits.held) {
                                throw new MaxLengthError('Decode error - repeated field "held" had too many elements');
                            }
                            obj.held.push(HeldLock.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.held$
                            }));
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, LockRecord.codec());
    }
    LockRecord.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, LockRecord.codec(), opts);
    }
    LockRecord.decode = decode;
})(LockRecord || (LockRecord = {}));
export var HeldLock;
(function (HeldLock) {
    let _codec;
    HeldLock.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.session != null && obj.session.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.session);
                }
                if ((obj.owner != null && obj.owner.byteLength > 0)) {
                    w.uint32(18);
                    w.bytes(obj.owner);
                }
                if ((obj.kind != null && obj.kind !== 0)) {
                    w.uint32(24);
                    w.uint32(obj.kind);
                }
                if ((obj.exclusive != null && obj.exclusive !== false)) {
                    w.uint32(32);
                    w.bool(obj.exclusive);
                }
                if ((obj.start != null && obj.start !== 0)) {
                    w.uint32(40);
                    w.uint64Number(obj.start);
                }
                if ((obj.end != null && obj.end !== 0)) {
                    w.uint32(48);
                    w.uint64Number(obj.end);
                }
                if ((obj.fence != null && obj.fence !== 0)) {
                    w.uint32(56);
                    w.uint64Number(obj.fence);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    session: uint8ArrayAlloc(0),
                    owner: uint8ArrayAlloc(0),
                    kind: 0,
                    exclusive: false,
                    start: 0,
                    end: 0,
                    fence: 0
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.session = reader.bytes();
                            break;
                        }
                        case 2: {
                            obj.owner = reader.bytes();
                            break;
                        }
                        case 3: {
                            obj.kind = reader.uint32();
                            break;
                        }
                        case 4: {
                            obj.exclusive = reader.bool();
                            break;
                        }
                        case 5: {
                            obj.start = reader.uint64Number();
                            break;
                        }
                        case 6: {
                            obj.end = reader.uint64Number();
                            break;
                        }
                        case 7: {
                            obj.fence = reader.uint64Number();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, HeldLock.codec());
    }
    HeldLock.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, HeldLock.codec(), opts);
    }
    HeldLock.decode = decode;
})(HeldLock || (HeldLock = {}));
export var FenceRecord;
(function (FenceRecord) {
    let _codec;
    FenceRecord.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.session != null && obj.session.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.session);
                }
                if ((obj.file != null && obj.file.byteLength > 0)) {
                    w.uint32(18);
                    w.bytes(obj.file);
                }
                if ((obj.number != null && obj.number !== 0)) {
                    w.uint32(24);
                    w.uint64Number(obj.number);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    session: uint8ArrayAlloc(0),
                    file: uint8ArrayAlloc(0),
                    number: 0
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.session = reader.bytes();
                            break;
                        }
                        case 2: {
                            obj.file = reader.bytes();
                            break;
                        }
                        case 3: {
                            obj.number = reader.uint64Number();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, FenceRecord.codec());
    }
    FenceRecord.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, FenceRecord.codec(), opts);
    }
    FenceRecord.decode = decode;
})(FenceRecord || (FenceRecord = {}));
