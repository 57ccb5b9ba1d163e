// Generated from piece.proto by "npm run protocol". Do not edit.
/* eslint-disable require-yield */
import { decodeMessage, encodeMessage, MaxLengthError, message } from 'protons-runtime';
import { alloc as uint8ArrayAlloc } from 'uint8arrays/alloc';
export var PieceRequest;
(function (PieceRequest) {
    let _codec;
    PieceRequest.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                obj = { ...obj };
                if (obj.stat != null) {
                    obj.get = undefined;
                    obj.put = undefined;
                    obj.hello = undefined;
                }
                if (obj.get != null) {
                    obj.stat = undefined;
                    obj.put = undefined;
                    obj.hello = undefined;
                }
                if (obj.put != null) {
                    obj.stat = undefined;
                    obj.get = undefined;
                    obj.hello = undefined;
                }
                if (obj.hello != null) {
                    obj.stat = undefined;
                    obj.get = undefined;
                    obj.put = undefined;
                }
                if (obj.hello != null) {
                    w.uint32(10);
                    PieceHello.codec().encode(obj.hello, w);
                }
                if (obj.put != null) {
                    w.uint32(18);
                    PutRequest.codec().encode(obj.put, w);
                }
                if (obj.get != null) {
                    w.uint32(26);
                    GetRequest.codec().encode(obj.get, w);
                }
                if (obj.stat != null) {
                    w.uint32(34);
                    StatRequest.codec().encode(obj.stat, w);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {};
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.hello = PieceHello.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.hello
                            });
                            break;
                        }
                        case 2: {
                            obj.put = PutRequest.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.put
                            });
                            break;
                        }
                        case 3: {
                            obj.get = GetRequest.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.get
                            });
                            break;
                        }
                        case 4: {
                            obj.stat = StatRequest.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.stat
                            });
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                if (obj.stat != null) {
                    delete obj.get;
                    delete obj.put;
                    delete obj.hello;
                }
                if (obj.get != null) {
                    delete obj.stat;
                    delete obj.put;
                    delete obj.hello;
                }
                if (obj.put != null) {
                    delete obj.stat;
                    delete obj.get;
                    delete obj.hello;
                }
                if (obj.hello != null) {
                    delete obj.stat;
                    delete obj.get;
                    delete obj.put;
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, PieceRequest.codec());
    }
    PieceRequest.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, PieceRequest.codec(), opts);
    }
    PieceRequest.decode = decode;
})(PieceRequest || (PieceRequest = {}));
export var PieceHello;
(function (PieceHello) {
    let _codec;
    PieceHello.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.pass != null && obj.pass.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.pass);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    pass: uint8ArrayAlloc(0)
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.pass = reader.bytes();
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
        return encodeMessage(obj, PieceHello.codec());
    }
    PieceHello.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, PieceHello.codec(), opts);
    }
    PieceHello.decode = decode;
})(PieceHello || (PieceHello = {}));
export var PutRequest;
(function (PutRequest) {
    let _codec;
    PutRequest.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.grant != null && obj.grant.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.grant);
                }
                if ((obj.cid != null && obj.cid.byteLength > 0)) {
                    w.uint32(18);
                    w.bytes(obj.cid);
                }
                if ((obj.sizeBytes != null && obj.sizeBytes !== 0)) {
                    w.uint32(24);
                    w.uint64Number(obj.sizeBytes);
                }
                if (obj.forward != null && obj.forward.length > 0) {
                    for (const value of obj.forward) {
                        w.uint32(34);
                        w.string(value);
                    }
                }
                if ((obj.progressMs != null && obj.progressMs !== 0)) {
                    w.uint32(40);
                    w.uint32(obj.progressMs);
                }
                if ((obj.vouch != null && obj.vouch !== false)) {
                    w.uint32(520);
                    w.bool(obj.vouch);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    grant: uint8ArrayAlloc(0),
                    cid: uint8ArrayAlloc(0),
                    sizeBytes: 0,
                    forward: [],
                    progressMs: 0,
                    vouch: false
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.grant = reader.bytes();
                            break;
                        }
                        case 2: {
                            obj.cid = reader.bytes();
                            break;
                        }
                        case 3: {
                            obj.sizeBytes = reader.uint64Number();
                            break;
                        }
                        case 4: {
                            if (opts.limits?.forward != null && obj.forward.length === opts.limits.forward) {
                                throw new MaxLengthError('Decode error - repeated field "forward" had too many elements');
                            }
                            obj.forward.push(reader.string());
                            break;
                        }
                        case 5: {
                            obj.progressMs = reader.uint32();
                            break;
                        }
                        case 65: {
                            obj.vouch = reader.bool();
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
        return encodeMessage(obj, PutRequest.codec());
    }
    PutRequest.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, PutRequest.codec(), opts);
    }
    PutRequest.decode = decode;
})(PutRequest || (PutRequest = {}));
export var GetRequest;
(function (GetRequest) {
    let _codec;
    GetRequest.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.cid != null && obj.cid.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.cid);
                }
                if ((obj.offset != null && obj.offset !== 0)) {
                    w.uint32(16);
                    w.uint64Number(obj.offset);
                }
                if ((obj.lengthBytes != null && obj.lengthBytes !== 0)) {
                    w.uint32(24);
                    w.uint64Number(obj.lengthBytes);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    cid: uint8ArrayAlloc(0),
                    offset: 0,
                    lengthBytes: 0
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
                            obj.offset = reader.uint64Number();
                            break;
                        }
                        case 3: {
                            obj.lengthBytes = reader.uint64Number();
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
        return encodeMessage(obj, GetRequest.codec());
    }
    GetRequest.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, GetRequest.codec(), opts);
    }
    GetRequest.decode = decode;
})(GetRequest || (GetRequest = {}));
export var StatRequest;
(function (StatRequest) {
    let _codec;
    StatRequest.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if (obj.cids != null && obj.cids.length > 0) {
                    for (const value of obj.cids) {
                        w.uint32(10);
                        w.bytes(value);
                    }
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    cids: []
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            if (opts.limits?.cids != null && obj.cids.length === opts.limits.cids) {
                                throw new MaxLengthError('Decode error - repeated field "cids" had too many elements');
                            }
                            obj.cids.push(reader.bytes());
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
        return encodeMessage(obj, StatRequest.codec());
    }
    StatRequest.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, StatRequest.codec(), opts);
    }
    StatRequest.decode = decode;
})(StatRequest || (StatRequest = {}));
export var PieceReply;
(function (PieceReply) {
    let _codec;
    PieceReply.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                obj = { ...obj };
                if (obj.progress != null) {
                    obj.stat = undefined;
                    obj.get = undefined;
                    obj.put = undefined;
                    obj.failure = undefined;
                }
                if (obj.stat != null) {
                    obj.progress = undefined;
                    obj.get = undefined;
                    obj.put = undefined;
                    obj.failure = undefined;
                }
                if (obj.get != null) {
                    obj.progress = undefined;
                    obj.stat = undefined;
                    obj.put = undefined;
                    obj.failure = undefined;
                }
                if (obj.put != null) {
                    obj.progress = undefined;
                    obj.stat = undefined;
                    obj.get = undefined;
                    obj.failure = undefined;
                }
                if (obj.failure != null) {
                    obj.progress = undefined;
                    obj.stat = undefined;
                    obj.get = undefined;
                    obj.put = undefined;
                }
                if (obj.failure != null) {
                    w.uint32(10);
                    PieceFailure.codec().encode(obj.failure, w);
                }
                if (obj.put != null) {
                    w.uint32(18);
                    PutReply.codec().encode(obj.put, w);
                }
                if (obj.get != null) {
                    w.uint32(26);
                    GetReply.codec().encode(obj.get, w);
                }
                if (obj.stat != null) {
                    w.uint32(34);
                    StatReply.codec().encode(obj.stat, w);
                }
                if (obj.progress != null) {
                    w.uint32(42);
                    PutProgress.codec().encode(obj.progress, w);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {};
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.failure = PieceFailure.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.failure
                            });
                            break;
                        }
                        case 2: {
                            obj.put = PutReply.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.put
                            });
                            break;
                        }
                        case 3: {
                            obj.get = GetReply.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.get
                            });
                            break;
                        }
                        case 4: {
                            obj.stat = StatReply.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.stat
                            });
                            break;
                        }
                        case 5: {
                            obj.progress = PutProgress.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.progress
                            });
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                if (obj.progress != null) {
                    delete obj.stat;
                    delete obj.get;
                    delete obj.put;
                    delete obj.failure;
                }
                if (obj.stat != null) {
                    delete obj.progress;
                    delete obj.get;
                    delete obj.put;
                    delete obj.failure;
                }
                if (obj.get != null) {
                    delete obj.progress;
                    delete obj.stat;
                    delete obj.put;
                    delete obj.failure;
                }
                if (obj.put != null) {
                    delete obj.progress;
                    delete obj.stat;
                    delete obj.get;
                    delete obj.failure;
                }
                if (obj.failure != null) {
                    delete obj.progress;
                    delete obj.stat;
                    delete obj.get;
                    delete obj.put;
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, PieceReply.codec());
    }
    PieceReply.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, PieceReply.codec(), opts);
    }
    PieceReply.decode = decode;
})(PieceReply || (PieceReply = {}));
export var PutProgress;
(function (PutProgress) {
    let _codec;
    PutProgress.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {};
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
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
        return encodeMessage(obj, PutProgress.codec());
    }
    PutProgress.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, PutProgress.codec(), opts);
    }
    PutProgress.decode = decode;
})(PutProgress || (PutProgress = {}));
export var PieceFailure;
(function (PieceFailure) {
    let _codec;
    PieceFailure.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.code != null && obj.code !== '')) {
                    w.uint32(10);
                    w.string(obj.code);
                }
                if ((obj.message != null && obj.message !== '')) {
                    w.uint32(18);
                    w.string(obj.message);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    code: '',
                    message: ''
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.code = reader.string();
                            break;
                        }
                        case 2: {
                            obj.message = reader.string();
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
        return encodeMessage(obj, PieceFailure.codec());
    }
    PieceFailure.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, PieceFailure.codec(), opts);
    }
    PieceFailure.decode = decode;
})(PieceFailure || (PieceFailure = {}));
export var PutReply;
(function (PutReply) {
    let _codec;
    PutReply.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if (obj.outcomes != null && obj.outcomes.length > 0) {
                    for (const value of obj.outcomes) {
                        w.uint32(10);
                        PutOutcome.codec().encode(value, w);
                    }
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    outcomes: []
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            if (opts.limits?.outcomes != null && obj.outcomes.length === opts.limits.outcomes) {
                                throw new MaxLengthError('Decode error - repeated field "outcomes" had too many elements');
                            }
                            obj.outcomes.push(PutOutcome.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.outcomes$
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
        return encodeMessage(obj, PutReply.codec());
    }
    PutReply.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, PutReply.codec(), opts);
    }
    PutReply.decode = decode;
})(PutReply || (PutReply = {}));
export var PutOutcome;
(function (PutOutcome) {
    let _codec;
    PutOutcome.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.peer != null && obj.peer !== '')) {
                    w.uint32(10);
                    w.string(obj.peer);
                }
                if ((obj.code != null && obj.code !== '')) {
                    w.uint32(18);
                    w.string(obj.code);
                }
                if ((obj.message != null && obj.message !== '')) {
                    w.uint32(26);
                    w.string(obj.message);
                }
                if (obj.voucher != null) {
                    w.uint32(522);
                    Voucher.codec().encode(obj.voucher, w);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    peer: '',
                    code: '',
                    message: ''
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
                            obj.code = reader.string();
                            break;
                        }
                        case 3: {
                            obj.message = reader.string();
                            break;
                        }
                        case 65: {
                            obj.voucher = Voucher.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.voucher
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
        return encodeMessage(obj, PutOutcome.codec());
    }
    PutOutcome.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, PutOutcome.codec(), opts);
    }
    PutOutcome.decode = decode;
})(PutOutcome || (PutOutcome = {}));
export var Voucher;
(function (Voucher) {
    let _codec;
    Voucher.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.atMs != null && obj.atMs !== 0)) {
                    w.uint32(8);
                    w.uint64Number(obj.atMs);
                }
                if ((obj.mac != null && obj.mac.byteLength > 0)) {
                    w.uint32(18);
                    w.bytes(obj.mac);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    atMs: 0,
                    mac: uint8ArrayAlloc(0)
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.atMs = reader.uint64Number();
                            break;
                        }
                        case 2: {
                            obj.mac = reader.bytes();
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
        return encodeMessage(obj, Voucher.codec());
    }
    Voucher.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, Voucher.codec(), opts);
    }
    Voucher.decode = decode;
})(Voucher || (Voucher = {}));
export var GetReply;
(function (GetReply) {
    let _codec;
    GetReply.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.sizeBytes != null && obj.sizeBytes !== 0)) {
                    w.uint32(8);
                    w.uint64Number(obj.sizeBytes);
                }
                if ((obj.lengthBytes != null && obj.lengthBytes !== 0)) {
                    w.uint32(16);
                    w.uint64Number(obj.lengthBytes);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    sizeBytes: 0,
                    lengthBytes: 0
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
                            obj.lengthBytes = reader.uint64Number();
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
        return encodeMessage(obj, GetReply.codec());
    }
    GetReply.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, GetReply.codec(), opts);
    }
    GetReply.decode = decode;
})(GetReply || (GetReply = {}));
export var StatReply;
(function (StatReply) {
    let _codec;
    StatReply.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if (obj.states != null && obj.states.length > 0) {
                    for (const value of obj.states) {
                        w.uint32(10);
                        PieceState.codec().encode(value, w);
                    }
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    states: []
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            if (opts.limits?.states != null && obj.states.length === opts.limits.states) {
                                throw new MaxLengthError('Decode error - repeated field "states" had too many elements');
                            }
                            obj.states.push(PieceState.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.states$
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
        return encodeMessage(obj, StatReply.codec());
    }
    StatReply.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, StatReply.codec(), opts);
    }
    StatReply.decode = decode;
})(StatReply || (StatReply = {}));
export var PieceState;
(function (PieceState) {
    let _codec;
    PieceState.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.present != null && obj.present !== false)) {
                    w.uint32(8);
                    w.bool(obj.present);
                }
                if ((obj.sizeBytes != null && obj.sizeBytes !== 0)) {
                    w.uint32(16);
                    w.uint64Number(obj.sizeBytes);
                }
                if ((obj.code != null && obj.code !== '')) {
                    w.uint32(26);
                    w.string(obj.code);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    present: false,
                    sizeBytes: 0,
                    code: ''
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.present = reader.bool();
                            break;
                        }
                        case 2: {
                            obj.sizeBytes = reader.uint64Number();
                            break;
                        }
                        case 3: {
                            obj.code = reader.string();
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
        return encodeMessage(obj, PieceState.codec());
    }
    PieceState.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, PieceState.codec(), opts);
    }
    PieceState.decode = decode;
})(PieceState || (PieceState = {}));
