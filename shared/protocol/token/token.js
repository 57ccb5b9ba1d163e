// Generated from token.proto by "npm run protocol". Do not edit.
import { decodeMessage, encodeMessage, MaxLengthError, message } from 'protons-runtime';
import { alloc as uint8ArrayAlloc } from 'uint8arrays/alloc';
export var Signed;
(function (Signed) {
    let _codec;
    Signed.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.payload != null && obj.payload.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.payload);
                }
                if ((obj.signature != null && obj.signature.byteLength > 0)) {
                    w.uint32(18);
                    w.bytes(obj.signature);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    payload: uint8ArrayAlloc(0),
                    signature: uint8ArrayAlloc(0)
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.payload = reader.bytes();
                            break;
                        }
                        case 2: {
                            obj.signature = reader.bytes();
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
        return encodeMessage(obj, Signed.codec());
    }
    Signed.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, Signed.codec(), opts);
    }
    Signed.decode = decode;
})(Signed || (Signed = {}));
export var Pass;
(function (Pass) {
    let _codec;
    Pass.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.swarm != null && obj.swarm.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.swarm);
                }
                if ((obj.epoch != null && obj.epoch !== 0)) {
                    w.uint32(16);
                    w.uint32(obj.epoch);
                }
                if ((obj.peer != null && obj.peer !== '')) {
                    w.uint32(26);
                    w.string(obj.peer);
                }
                if ((obj.role != null && obj.role !== '')) {
                    w.uint32(34);
                    w.string(obj.role);
                }
                if ((obj.expiresAtMs != null && obj.expiresAtMs !== 0)) {
                    w.uint32(40);
                    w.uint64Number(obj.expiresAtMs);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    swarm: uint8ArrayAlloc(0),
                    epoch: 0,
                    peer: '',
                    role: '',
                    expiresAtMs: 0
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.swarm = reader.bytes();
                            break;
                        }
                        case 2: {
                            obj.epoch = reader.uint32();
                            break;
                        }
                        case 3: {
                            obj.peer = reader.string();
                            break;
                        }
                        case 4: {
                            obj.role = reader.string();
                            break;
                        }
                        case 5: {
                            obj.expiresAtMs = reader.uint64Number();
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
        return encodeMessage(obj, Pass.codec());
    }
    Pass.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, Pass.codec(), opts);
    }
    Pass.decode = decode;
})(Pass || (Pass = {}));
export var GrantedWorker;
(function (GrantedWorker) {
    let _codec;
    GrantedWorker.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.peer != null && obj.peer !== '')) {
                    w.uint32(10);
                    w.string(obj.peer);
                }
                if (obj.addresses != null && obj.addresses.length > 0) {
                    for (const value of obj.addresses) {
                        w.uint32(18);
                        w.string(value);
                    }
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    peer: '',
                    addresses: []
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
                            if (opts.limits?.addresses != null && obj.addresses.length === opts.limits.addresses) {
                                throw new MaxLengthError('Decode error - repeated field "addresses" had too many elements');
                            }
                            obj.addresses.push(reader.string());
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
        return encodeMessage(obj, GrantedWorker.codec());
    }
    GrantedWorker.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, GrantedWorker.codec(), opts);
    }
    GrantedWorker.decode = decode;
})(GrantedWorker || (GrantedWorker = {}));
export var Grant;
(function (Grant) {
    let _codec;
    Grant.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.swarm != null && obj.swarm.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.swarm);
                }
                if ((obj.epoch != null && obj.epoch !== 0)) {
                    w.uint32(16);
                    w.uint32(obj.epoch);
                }
                if ((obj.peer != null && obj.peer !== '')) {
                    w.uint32(26);
                    w.string(obj.peer);
                }
                if ((obj.revision != null && obj.revision !== 0)) {
                    w.uint32(32);
                    w.uint64Number(obj.revision);
                }
                if ((obj.id != null && obj.id.byteLength > 0)) {
                    w.uint32(42);
                    w.bytes(obj.id);
                }
                if (obj.workers != null && obj.workers.length > 0) {
                    for (const value of obj.workers) {
                        w.uint32(50);
                        GrantedWorker.codec().encode(value, w);
                    }
                }
                if ((obj.pieceBytesMax != null && obj.pieceBytesMax !== 0)) {
                    w.uint32(56);
                    w.uint64Number(obj.pieceBytesMax);
                }
                if ((obj.bytesMax != null && obj.bytesMax !== 0)) {
                    w.uint32(64);
                    w.uint64Number(obj.bytesMax);
                }
                if ((obj.ttlMs != null && obj.ttlMs !== 0)) {
                    w.uint32(72);
                    w.uint64Number(obj.ttlMs);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    swarm: uint8ArrayAlloc(0),
                    epoch: 0,
                    peer: '',
                    revision: 0,
                    id: uint8ArrayAlloc(0),
                    workers: [],
                    pieceBytesMax: 0,
                    bytesMax: 0,
                    ttlMs: 0
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.swarm = reader.bytes();
                            break;
                        }
                        case 2: {
                            obj.epoch = reader.uint32();
                            break;
                        }
                        case 3: {
                            obj.peer = reader.string();
                            break;
                        }
                        case 4: {
                            obj.revision = reader.uint64Number();
                            break;
                        }
                        case 5: {
                            obj.id = reader.bytes();
                            break;
                        }
                        case 6: {
                            if (opts.limits?.workers != null && obj.workers.length === opts.limits.workers) {
                                throw new MaxLengthError('Decode error - repeated field "workers" had too many elements');
                            }
                            obj.workers.push(GrantedWorker.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.workers$
                            }));
                            break;
                        }
                        case 7: {
                            obj.pieceBytesMax = reader.uint64Number();
                            break;
                        }
                        case 8: {
                            obj.bytesMax = reader.uint64Number();
                            break;
                        }
                        case 9: {
                            obj.ttlMs = reader.uint64Number();
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
        return encodeMessage(obj, Grant.codec());
    }
    Grant.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, Grant.codec(), opts);
    }
    Grant.decode = decode;
})(Grant || (Grant = {}));
