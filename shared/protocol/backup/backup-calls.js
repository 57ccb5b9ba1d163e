// Generated from backup-calls.proto by "npm run protocol". Do not edit.
/* eslint-disable require-yield */
import { decodeMessage, encodeMessage, MaxLengthError, message } from 'protons-runtime';
import { alloc as uint8ArrayAlloc } from 'uint8arrays/alloc';
export var BackupRequest;
(function (BackupRequest) {
    let _codec;
    BackupRequest.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                obj = { ...obj };
                if (obj.drop != null) {
                    obj.get = undefined;
                    obj.list = undefined;
                    obj.put = undefined;
                }
                if (obj.get != null) {
                    obj.drop = undefined;
                    obj.list = undefined;
                    obj.put = undefined;
                }
                if (obj.list != null) {
                    obj.drop = undefined;
                    obj.get = undefined;
                    obj.put = undefined;
                }
                if (obj.put != null) {
                    obj.drop = undefined;
                    obj.get = undefined;
                    obj.list = undefined;
                }
                if ((obj.id != null && obj.id !== 0)) {
                    w.uint32(8);
                    w.uint32(obj.id);
                }
                if (obj.put != null) {
                    w.uint32(18);
                    PutBackupRequest.codec().encode(obj.put, w);
                }
                if (obj.list != null) {
                    w.uint32(26);
                    ListBackupsRequest.codec().encode(obj.list, w);
                }
                if (obj.get != null) {
                    w.uint32(34);
                    GetBackupRequest.codec().encode(obj.get, w);
                }
                if (obj.drop != null) {
                    w.uint32(42);
                    DropBackupsRequest.codec().encode(obj.drop, w);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    id: 0
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.id = reader.uint32();
                            break;
                        }
                        case 2: {
                            obj.put = PutBackupRequest.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.put
                            });
                            break;
                        }
                        case 3: {
                            obj.list = ListBackupsRequest.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.list
                            });
                            break;
                        }
                        case 4: {
                            obj.get = GetBackupRequest.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.get
                            });
                            break;
                        }
                        case 5: {
                            obj.drop = DropBackupsRequest.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.drop
                            });
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                if (obj.drop != null) {
                    delete obj.get;
                    delete obj.list;
                    delete obj.put;
                }
                if (obj.get != null) {
                    delete obj.drop;
                    delete obj.list;
                    delete obj.put;
                }
                if (obj.list != null) {
                    delete obj.drop;
                    delete obj.get;
                    delete obj.put;
                }
                if (obj.put != null) {
                    delete obj.drop;
                    delete obj.get;
                    delete obj.list;
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, BackupRequest.codec());
    }
    BackupRequest.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, BackupRequest.codec(), opts);
    }
    BackupRequest.decode = decode;
})(BackupRequest || (BackupRequest = {}));
export var BackupResponse;
(function (BackupResponse) {
    let _codec;
    BackupResponse.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                obj = { ...obj };
                if (obj.drop != null) {
                    obj.get = undefined;
                    obj.list = undefined;
                    obj.put = undefined;
                    obj.failure = undefined;
                }
                if (obj.get != null) {
                    obj.drop = undefined;
                    obj.list = undefined;
                    obj.put = undefined;
                    obj.failure = undefined;
                }
                if (obj.list != null) {
                    obj.drop = undefined;
                    obj.get = undefined;
                    obj.put = undefined;
                    obj.failure = undefined;
                }
                if (obj.put != null) {
                    obj.drop = undefined;
                    obj.get = undefined;
                    obj.list = undefined;
                    obj.failure = undefined;
                }
                if (obj.failure != null) {
                    obj.drop = undefined;
                    obj.get = undefined;
                    obj.list = undefined;
                    obj.put = undefined;
                }
                if ((obj.id != null && obj.id !== 0)) {
                    w.uint32(8);
                    w.uint32(obj.id);
                }
                if (obj.failure != null) {
                    w.uint32(18);
                    BackupFailure.codec().encode(obj.failure, w);
                }
                if (obj.put != null) {
                    w.uint32(26);
                    PutBackupResponse.codec().encode(obj.put, w);
                }
                if (obj.list != null) {
                    w.uint32(34);
                    ListBackupsResponse.codec().encode(obj.list, w);
                }
                if (obj.get != null) {
                    w.uint32(42);
                    GetBackupResponse.codec().encode(obj.get, w);
                }
                if (obj.drop != null) {
                    w.uint32(50);
                    DropBackupsResponse.codec().encode(obj.drop, w);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    id: 0
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.id = reader.uint32();
                            break;
                        }
                        case 2: {
                            obj.failure = BackupFailure.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.failure
                            });
                            break;
                        }
                        case 3: {
                            obj.put = PutBackupResponse.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.put
                            });
                            break;
                        }
                        case 4: {
                            obj.list = ListBackupsResponse.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.list
                            });
                            break;
                        }
                        case 5: {
                            obj.get = GetBackupResponse.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.get
                            });
                            break;
                        }
                        case 6: {
                            obj.drop = DropBackupsResponse.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.drop
                            });
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                if (obj.drop != null) {
                    delete obj.get;
                    delete obj.list;
                    delete obj.put;
                    delete obj.failure;
                }
                if (obj.get != null) {
                    delete obj.drop;
                    delete obj.list;
                    delete obj.put;
                    delete obj.failure;
                }
                if (obj.list != null) {
                    delete obj.drop;
                    delete obj.get;
                    delete obj.put;
                    delete obj.failure;
                }
                if (obj.put != null) {
                    delete obj.drop;
                    delete obj.get;
                    delete obj.list;
                    delete obj.failure;
                }
                if (obj.failure != null) {
                    delete obj.drop;
                    delete obj.get;
                    delete obj.list;
                    delete obj.put;
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, BackupResponse.codec());
    }
    BackupResponse.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, BackupResponse.codec(), opts);
    }
    BackupResponse.decode = decode;
})(BackupResponse || (BackupResponse = {}));
export var BackupFailure;
(function (BackupFailure) {
    let _codec;
    BackupFailure.codec = () => {
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
        return encodeMessage(obj, BackupFailure.codec());
    }
    BackupFailure.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, BackupFailure.codec(), opts);
    }
    BackupFailure.decode = decode;
})(BackupFailure || (BackupFailure = {}));
export var PutBackupRequest;
(function (PutBackupRequest) {
    let _codec;
    PutBackupRequest.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.object != null && obj.object.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.object);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    object: uint8ArrayAlloc(0)
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.object = reader.bytes();
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
        return encodeMessage(obj, PutBackupRequest.codec());
    }
    PutBackupRequest.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, PutBackupRequest.codec(), opts);
    }
    PutBackupRequest.decode = decode;
})(PutBackupRequest || (PutBackupRequest = {}));
export var PutBackupResponse;
(function (PutBackupResponse) {
    let _codec;
    PutBackupResponse.codec = () => {
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
        return encodeMessage(obj, PutBackupResponse.codec());
    }
    PutBackupResponse.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, PutBackupResponse.codec(), opts);
    }
    PutBackupResponse.decode = decode;
})(PutBackupResponse || (PutBackupResponse = {}));
export var ListBackupsRequest;
(function (ListBackupsRequest) {
    let _codec;
    ListBackupsRequest.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.after != null && obj.after !== '')) {
                    w.uint32(10);
                    w.string(obj.after);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    after: ''
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.after = reader.string();
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
        return encodeMessage(obj, ListBackupsRequest.codec());
    }
    ListBackupsRequest.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, ListBackupsRequest.codec(), opts);
    }
    ListBackupsRequest.decode = decode;
})(ListBackupsRequest || (ListBackupsRequest = {}));
export var ListBackupsResponse;
(function (ListBackupsResponse) {
    let _codec;
    ListBackupsResponse.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if (obj.names != null && obj.names.length > 0) {
                    for (const value of obj.names) {
                        w.uint32(10);
                        w.string(value);
                    }
                }
                if ((obj.more != null && obj.more !== false)) {
                    w.uint32(16);
                    w.bool(obj.more);
                }
                if ((obj.epochSeen != null && obj.epochSeen !== 0)) {
                    w.uint32(24);
                    w.uint32(obj.epochSeen);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    names: [],
                    more: false,
                    epochSeen: 0
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            if (opts.limits?.names != null && obj.names.length === opts.limits.names) {
                                throw new MaxLengthError('Decode error - repeated field "names" had too many elements');
                            }
                            obj.names.push(reader.string());
                            break;
                        }
                        case 2: {
                            obj.more = reader.bool();
                            break;
                        }
                        case 3: {
                            obj.epochSeen = reader.uint32();
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
        return encodeMessage(obj, ListBackupsResponse.codec());
    }
    ListBackupsResponse.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, ListBackupsResponse.codec(), opts);
    }
    ListBackupsResponse.decode = decode;
})(ListBackupsResponse || (ListBackupsResponse = {}));
export var GetBackupRequest;
(function (GetBackupRequest) {
    let _codec;
    GetBackupRequest.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.name != null && obj.name !== '')) {
                    w.uint32(10);
                    w.string(obj.name);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    name: ''
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.name = reader.string();
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
        return encodeMessage(obj, GetBackupRequest.codec());
    }
    GetBackupRequest.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, GetBackupRequest.codec(), opts);
    }
    GetBackupRequest.decode = decode;
})(GetBackupRequest || (GetBackupRequest = {}));
export var GetBackupResponse;
(function (GetBackupResponse) {
    let _codec;
    GetBackupResponse.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.object != null && obj.object.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.object);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    object: uint8ArrayAlloc(0)
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.object = reader.bytes();
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
        return encodeMessage(obj, GetBackupResponse.codec());
    }
    GetBackupResponse.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, GetBackupResponse.codec(), opts);
    }
    GetBackupResponse.decode = decode;
})(GetBackupResponse || (GetBackupResponse = {}));
export var DropBackupsRequest;
(function (DropBackupsRequest) {
    let _codec;
    DropBackupsRequest.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if (obj.names != null && obj.names.length > 0) {
                    for (const value of obj.names) {
                        w.uint32(10);
                        w.string(value);
                    }
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    names: []
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            if (opts.limits?.names != null && obj.names.length === opts.limits.names) {
                                throw new MaxLengthError('Decode error - repeated field "names" had too many elements');
                            }
                            obj.names.push(reader.string());
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
        return encodeMessage(obj, DropBackupsRequest.codec());
    }
    DropBackupsRequest.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, DropBackupsRequest.codec(), opts);
    }
    DropBackupsRequest.decode = decode;
})(DropBackupsRequest || (DropBackupsRequest = {}));
export var DropBackupsResponse;
(function (DropBackupsResponse) {
    let _codec;
    DropBackupsResponse.codec = () => {
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
        return encodeMessage(obj, DropBackupsResponse.codec());
    }
    DropBackupsResponse.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, DropBackupsResponse.codec(), opts);
    }
    DropBackupsResponse.decode = decode;
})(DropBackupsResponse || (DropBackupsResponse = {}));
