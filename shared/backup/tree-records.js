// Generated from tree-records.proto by "npm run protocol". Do not edit.
import { decodeMessage, encodeMessage, MaxLengthError, message } from 'protons-runtime';
import { alloc as uint8ArrayAlloc } from 'uint8arrays/alloc';
export var TreeInode;
(function (TreeInode) {
    let _codec;
    TreeInode.codec = () => {
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
                    content: 0
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
        return encodeMessage(obj, TreeInode.codec());
    }
    TreeInode.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, TreeInode.codec(), opts);
    }
    TreeInode.decode = decode;
})(TreeInode || (TreeInode = {}));
export var TreeDirent;
(function (TreeDirent) {
    let _codec;
    TreeDirent.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.child != null && obj.child.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.child);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    child: uint8ArrayAlloc(0)
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.child = reader.bytes();
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
        return encodeMessage(obj, TreeDirent.codec());
    }
    TreeDirent.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, TreeDirent.codec(), opts);
    }
    TreeDirent.decode = decode;
})(TreeDirent || (TreeDirent = {}));
export var TreeGroup;
(function (TreeGroup) {
    let _codec;
    TreeGroup.codec = () => {
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
                        TreePiece.codec().encode(value, w);
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
                            obj.pieces.push(TreePiece.codec().decode(reader, reader.uint32(), {
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
        return encodeMessage(obj, TreeGroup.codec());
    }
    TreeGroup.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, TreeGroup.codec(), opts);
    }
    TreeGroup.decode = decode;
})(TreeGroup || (TreeGroup = {}));
export var TreePiece;
(function (TreePiece) {
    let _codec;
    TreePiece.codec = () => {
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
        return encodeMessage(obj, TreePiece.codec());
    }
    TreePiece.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, TreePiece.codec(), opts);
    }
    TreePiece.decode = decode;
})(TreePiece || (TreePiece = {}));
export var TreeShards;
(function (TreeShards) {
    let _codec;
    TreeShards.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
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
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    dataShards: 0,
                    parityShards: 0,
                    shards: []
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
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
        return encodeMessage(obj, TreeShards.codec());
    }
    TreeShards.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, TreeShards.codec(), opts);
    }
    TreeShards.decode = decode;
})(TreeShards || (TreeShards = {}));
