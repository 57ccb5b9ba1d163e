// Generated from backup.proto by "npm run protocol". Do not edit.
import { decodeMessage, encodeMessage, MaxLengthError, message } from 'protons-runtime';
import { alloc as uint8ArrayAlloc } from 'uint8arrays/alloc';
export var BackupObject;
(function (BackupObject) {
    let _codec;
    BackupObject.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.header != null && obj.header.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.header);
                }
                if ((obj.sealed != null && obj.sealed.byteLength > 0)) {
                    w.uint32(18);
                    w.bytes(obj.sealed);
                }
                if ((obj.signature != null && obj.signature.byteLength > 0)) {
                    w.uint32(26);
                    w.bytes(obj.signature);
                }
                if ((obj.proof != null && obj.proof.byteLength > 0)) {
                    w.uint32(34);
                    w.bytes(obj.proof);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    header: uint8ArrayAlloc(0),
                    sealed: uint8ArrayAlloc(0),
                    signature: uint8ArrayAlloc(0),
                    proof: uint8ArrayAlloc(0)
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.header = reader.bytes();
                            break;
                        }
                        case 2: {
                            obj.sealed = reader.bytes();
                            break;
                        }
                        case 3: {
                            obj.signature = reader.bytes();
                            break;
                        }
                        case 4: {
                            obj.proof = reader.bytes();
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
        return encodeMessage(obj, BackupObject.codec());
    }
    BackupObject.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, BackupObject.codec(), opts);
    }
    BackupObject.decode = decode;
})(BackupObject || (BackupObject = {}));
export var BackupHeader;
(function (BackupHeader) {
    let _codec;
    BackupHeader.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.format != null && obj.format !== 0)) {
                    w.uint32(8);
                    w.uint32(obj.format);
                }
                if ((obj.swarm != null && obj.swarm.byteLength > 0)) {
                    w.uint32(18);
                    w.bytes(obj.swarm);
                }
                if ((obj.epoch != null && obj.epoch !== 0)) {
                    w.uint32(24);
                    w.uint32(obj.epoch);
                }
                if ((obj.kind != null && obj.kind !== 0)) {
                    w.uint32(32);
                    w.uint32(obj.kind);
                }
                if ((obj.series != null && obj.series.byteLength > 0)) {
                    w.uint32(42);
                    w.bytes(obj.series);
                }
                if ((obj.number != null && obj.number !== 0)) {
                    w.uint32(48);
                    w.uint32(obj.number);
                }
                if ((obj.previous != null && obj.previous.byteLength > 0)) {
                    w.uint32(58);
                    w.bytes(obj.previous);
                }
                if ((obj.from != null && obj.from !== 0)) {
                    w.uint32(64);
                    w.uint64Number(obj.from);
                }
                if ((obj.to != null && obj.to !== 0)) {
                    w.uint32(72);
                    w.uint64Number(obj.to);
                }
                if ((obj.whole != null && obj.whole !== false)) {
                    w.uint32(80);
                    w.bool(obj.whole);
                }
                if ((obj.logSeries != null && obj.logSeries.byteLength > 0)) {
                    w.uint32(90);
                    w.bytes(obj.logSeries);
                }
                if ((obj.logNumber != null && obj.logNumber !== 0)) {
                    w.uint32(96);
                    w.uint32(obj.logNumber);
                }
                if ((obj.logPrevious != null && obj.logPrevious.byteLength > 0)) {
                    w.uint32(146);
                    w.bytes(obj.logPrevious);
                }
                if ((obj.madeAtMs != null && obj.madeAtMs !== 0)) {
                    w.uint32(104);
                    w.uint64Number(obj.madeAtMs);
                }
                if ((obj.recipient != null && obj.recipient.byteLength > 0)) {
                    w.uint32(114);
                    w.bytes(obj.recipient);
                }
                if ((obj.ephemeral != null && obj.ephemeral.byteLength > 0)) {
                    w.uint32(122);
                    w.bytes(obj.ephemeral);
                }
                if ((obj.reader != null && obj.reader !== '')) {
                    w.uint32(130);
                    w.string(obj.reader);
                }
                if ((obj.sealedDigest != null && obj.sealedDigest.byteLength > 0)) {
                    w.uint32(138);
                    w.bytes(obj.sealedDigest);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    format: 0,
                    swarm: uint8ArrayAlloc(0),
                    epoch: 0,
                    kind: 0,
                    series: uint8ArrayAlloc(0),
                    number: 0,
                    previous: uint8ArrayAlloc(0),
                    from: 0,
                    to: 0,
                    whole: false,
                    logSeries: uint8ArrayAlloc(0),
                    logNumber: 0,
                    logPrevious: uint8ArrayAlloc(0),
                    madeAtMs: 0,
                    recipient: uint8ArrayAlloc(0),
                    ephemeral: uint8ArrayAlloc(0),
                    reader: '',
                    sealedDigest: uint8ArrayAlloc(0)
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.format = reader.uint32();
                            break;
                        }
                        case 2: {
                            obj.swarm = reader.bytes();
                            break;
                        }
                        case 3: {
                            obj.epoch = reader.uint32();
                            break;
                        }
                        case 4: {
                            obj.kind = reader.uint32();
                            break;
                        }
                        case 5: {
                            obj.series = reader.bytes();
                            break;
                        }
                        case 6: {
                            obj.number = reader.uint32();
                            break;
                        }
                        case 7: {
                            obj.previous = reader.bytes();
                            break;
                        }
                        case 8: {
                            obj.from = reader.uint64Number();
                            break;
                        }
                        case 9: {
                            obj.to = reader.uint64Number();
                            break;
                        }
                        case 10: {
                            obj.whole = reader.bool();
                            break;
                        }
                        case 11: {
                            obj.logSeries = reader.bytes();
                            break;
                        }
                        case 12: {
                            obj.logNumber = reader.uint32();
                            break;
                        }
                        case 18: {
                            obj.logPrevious = reader.bytes();
                            break;
                        }
                        case 13: {
                            obj.madeAtMs = reader.uint64Number();
                            break;
                        }
                        case 14: {
                            obj.recipient = reader.bytes();
                            break;
                        }
                        case 15: {
                            obj.ephemeral = reader.bytes();
                            break;
                        }
                        case 16: {
                            obj.reader = reader.string();
                            break;
                        }
                        case 17: {
                            obj.sealedDigest = reader.bytes();
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
        return encodeMessage(obj, BackupHeader.codec());
    }
    BackupHeader.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, BackupHeader.codec(), opts);
    }
    BackupHeader.decode = decode;
})(BackupHeader || (BackupHeader = {}));
export var BackupBody;
(function (BackupBody) {
    let _codec;
    BackupBody.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if (obj.coordinator != null) {
                    w.uint32(10);
                    CoordinatorSettings.codec().encode(obj.coordinator, w);
                }
                if (obj.rows != null && obj.rows.length > 0) {
                    for (const value of obj.rows) {
                        w.uint32(18);
                        BackupRow.codec().encode(value, w);
                    }
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    rows: []
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.coordinator = CoordinatorSettings.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.coordinator
                            });
                            break;
                        }
                        case 2: {
                            if (opts.limits?.rows != null && obj.rows.length === opts.limits.rows) {
                                throw new MaxLengthError('Decode error - repeated field "rows" had too many elements');
                            }
                            obj.rows.push(BackupRow.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.rows$
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
        return encodeMessage(obj, BackupBody.codec());
    }
    BackupBody.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, BackupBody.codec(), opts);
    }
    BackupBody.decode = decode;
})(BackupBody || (BackupBody = {}));
export var BackupRow;
(function (BackupRow) {
    let _codec;
    BackupRow.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.key != null && obj.key !== '')) {
                    w.uint32(10);
                    w.string(obj.key);
                }
                if ((obj.value != null && obj.value.byteLength > 0)) {
                    w.uint32(18);
                    w.bytes(obj.value);
                }
                if ((obj.gone != null && obj.gone !== false)) {
                    w.uint32(24);
                    w.bool(obj.gone);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    key: '',
                    value: uint8ArrayAlloc(0),
                    gone: false
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.key = reader.string();
                            break;
                        }
                        case 2: {
                            obj.value = reader.bytes();
                            break;
                        }
                        case 3: {
                            obj.gone = reader.bool();
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
        return encodeMessage(obj, BackupRow.codec());
    }
    BackupRow.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, BackupRow.codec(), opts);
    }
    BackupRow.decode = decode;
})(BackupRow || (BackupRow = {}));
export var CoordinatorSettings;
(function (CoordinatorSettings) {
    let _codec;
    CoordinatorSettings.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.identity != null && obj.identity.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.identity);
                }
                if ((obj.secret != null && obj.secret.byteLength > 0)) {
                    w.uint32(18);
                    w.bytes(obj.secret);
                }
                if ((obj.config != null && obj.config !== '')) {
                    w.uint32(26);
                    w.string(obj.config);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    identity: uint8ArrayAlloc(0),
                    secret: uint8ArrayAlloc(0),
                    config: ''
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.identity = reader.bytes();
                            break;
                        }
                        case 2: {
                            obj.secret = reader.bytes();
                            break;
                        }
                        case 3: {
                            obj.config = reader.string();
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
        return encodeMessage(obj, CoordinatorSettings.codec());
    }
    CoordinatorSettings.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, CoordinatorSettings.codec(), opts);
    }
    CoordinatorSettings.decode = decode;
})(CoordinatorSettings || (CoordinatorSettings = {}));
export var SignedEpochProof;
(function (SignedEpochProof) {
    let _codec;
    SignedEpochProof.codec = () => {
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
        return encodeMessage(obj, SignedEpochProof.codec());
    }
    SignedEpochProof.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, SignedEpochProof.codec(), opts);
    }
    SignedEpochProof.decode = decode;
})(SignedEpochProof || (SignedEpochProof = {}));
export var EpochProof;
(function (EpochProof) {
    let _codec;
    EpochProof.codec = () => {
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
                if ((obj.epochId != null && obj.epochId.byteLength > 0)) {
                    w.uint32(26);
                    w.bytes(obj.epochId);
                }
                if ((obj.restoredTo != null && obj.restoredTo !== 0)) {
                    w.uint32(32);
                    w.uint64Number(obj.restoredTo);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    swarm: uint8ArrayAlloc(0),
                    epoch: 0,
                    epochId: uint8ArrayAlloc(0),
                    restoredTo: 0
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
                            obj.epochId = reader.bytes();
                            break;
                        }
                        case 4: {
                            obj.restoredTo = reader.uint64Number();
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
        return encodeMessage(obj, EpochProof.codec());
    }
    EpochProof.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, EpochProof.codec(), opts);
    }
    EpochProof.decode = decode;
})(EpochProof || (EpochProof = {}));
