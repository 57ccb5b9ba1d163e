// Generated from membership.proto by "npm run protocol". Do not edit.
/* eslint-disable require-yield */
import { decodeMessage, encodeMessage, MaxLengthError, message } from 'protons-runtime';
import { alloc as uint8ArrayAlloc } from 'uint8arrays/alloc';
export var MembershipRequest;
(function (MembershipRequest) {
    let _codec;
    MembershipRequest.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                obj = { ...obj };
                if (obj.inventory != null) {
                    obj.badCopies = undefined;
                    obj.tasks = undefined;
                    obj.leave = undefined;
                    obj.removals = undefined;
                    obj.receipts = undefined;
                    obj.heartbeat = undefined;
                    obj.join = undefined;
                }
                if (obj.badCopies != null) {
                    obj.inventory = undefined;
                    obj.tasks = undefined;
                    obj.leave = undefined;
                    obj.removals = undefined;
                    obj.receipts = undefined;
                    obj.heartbeat = undefined;
                    obj.join = undefined;
                }
                if (obj.tasks != null) {
                    obj.inventory = undefined;
                    obj.badCopies = undefined;
                    obj.leave = undefined;
                    obj.removals = undefined;
                    obj.receipts = undefined;
                    obj.heartbeat = undefined;
                    obj.join = undefined;
                }
                if (obj.leave != null) {
                    obj.inventory = undefined;
                    obj.badCopies = undefined;
                    obj.tasks = undefined;
                    obj.removals = undefined;
                    obj.receipts = undefined;
                    obj.heartbeat = undefined;
                    obj.join = undefined;
                }
                if (obj.removals != null) {
                    obj.inventory = undefined;
                    obj.badCopies = undefined;
                    obj.tasks = undefined;
                    obj.leave = undefined;
                    obj.receipts = undefined;
                    obj.heartbeat = undefined;
                    obj.join = undefined;
                }
                if (obj.receipts != null) {
                    obj.inventory = undefined;
                    obj.badCopies = undefined;
                    obj.tasks = undefined;
                    obj.leave = undefined;
                    obj.removals = undefined;
                    obj.heartbeat = undefined;
                    obj.join = undefined;
                }
                if (obj.heartbeat != null) {
                    obj.inventory = undefined;
                    obj.badCopies = undefined;
                    obj.tasks = undefined;
                    obj.leave = undefined;
                    obj.removals = undefined;
                    obj.receipts = undefined;
                    obj.join = undefined;
                }
                if (obj.join != null) {
                    obj.inventory = undefined;
                    obj.badCopies = undefined;
                    obj.tasks = undefined;
                    obj.leave = undefined;
                    obj.removals = undefined;
                    obj.receipts = undefined;
                    obj.heartbeat = undefined;
                }
                if ((obj.id != null && obj.id !== 0)) {
                    w.uint32(8);
                    w.uint32(obj.id);
                }
                if (obj.join != null) {
                    w.uint32(18);
                    JoinRequest.codec().encode(obj.join, w);
                }
                if (obj.heartbeat != null) {
                    w.uint32(26);
                    HeartbeatRequest.codec().encode(obj.heartbeat, w);
                }
                if (obj.receipts != null) {
                    w.uint32(34);
                    ReceiptsRequest.codec().encode(obj.receipts, w);
                }
                if (obj.removals != null) {
                    w.uint32(42);
                    RemovalsRequest.codec().encode(obj.removals, w);
                }
                if (obj.leave != null) {
                    w.uint32(50);
                    LeaveRequest.codec().encode(obj.leave, w);
                }
                if (obj.tasks != null) {
                    w.uint32(58);
                    TasksRequest.codec().encode(obj.tasks, w);
                }
                if (obj.badCopies != null) {
                    w.uint32(66);
                    BadCopiesRequest.codec().encode(obj.badCopies, w);
                }
                if (obj.inventory != null) {
                    w.uint32(250);
                    InventoryRequest.codec().encode(obj.inventory, w);
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
                            obj.join = JoinRequest.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.join
                            });
                            break;
                        }
                        case 3: {
                            obj.heartbeat = HeartbeatRequest.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.heartbeat
                            });
                            break;
                        }
                        case 4: {
                            obj.receipts = ReceiptsRequest.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.receipts
                            });
                            break;
                        }
                        case 5: {
                            obj.removals = RemovalsRequest.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.removals
                            });
                            break;
                        }
                        case 6: {
                            obj.leave = LeaveRequest.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.leave
                            });
                            break;
                        }
                        case 7: {
                            obj.tasks = TasksRequest.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.tasks
                            });
                            break;
                        }
                        case 8: {
                            obj.badCopies = BadCopiesRequest.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.badCopies
                            });
                            break;
                        }
                        case 31: {
                            obj.inventory = InventoryRequest.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.inventory
                            });
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                if (obj.inventory != null) {
                    delete obj.badCopies;
                    delete obj.tasks;
                    delete obj.leave;
                    delete obj.removals;
                    delete obj.receipts;
                    delete obj.heartbeat;
                    delete obj.join;
                }
                if (obj.badCopies != null) {
                    delete obj.inventory;
                    delete obj.tasks;
                    delete obj.leave;
                    delete obj.removals;
                    delete obj.receipts;
                    delete obj.heartbeat;
                    delete obj.join;
                }
                if (obj.tasks != null) {
                    delete obj.inventory;
                    delete obj.badCopies;
                    delete obj.leave;
                    delete obj.removals;
                    delete obj.receipts;
                    delete obj.heartbeat;
                    delete obj.join;
                }
                if (obj.leave != null) {
                    delete obj.inventory;
                    delete obj.badCopies;
                    delete obj.tasks;
                    delete obj.removals;
                    delete obj.receipts;
                    delete obj.heartbeat;
                    delete obj.join;
                }
                if (obj.removals != null) {
                    delete obj.inventory;
                    delete obj.badCopies;
                    delete obj.tasks;
                    delete obj.leave;
                    delete obj.receipts;
                    delete obj.heartbeat;
                    delete obj.join;
                }
                if (obj.receipts != null) {
                    delete obj.inventory;
                    delete obj.badCopies;
                    delete obj.tasks;
                    delete obj.leave;
                    delete obj.removals;
                    delete obj.heartbeat;
                    delete obj.join;
                }
                if (obj.heartbeat != null) {
                    delete obj.inventory;
                    delete obj.badCopies;
                    delete obj.tasks;
                    delete obj.leave;
                    delete obj.removals;
                    delete obj.receipts;
                    delete obj.join;
                }
                if (obj.join != null) {
                    delete obj.inventory;
                    delete obj.badCopies;
                    delete obj.tasks;
                    delete obj.leave;
                    delete obj.removals;
                    delete obj.receipts;
                    delete obj.heartbeat;
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, MembershipRequest.codec());
    }
    MembershipRequest.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, MembershipRequest.codec(), opts);
    }
    MembershipRequest.decode = decode;
})(MembershipRequest || (MembershipRequest = {}));
export var MembershipResponse;
(function (MembershipResponse) {
    let _codec;
    MembershipResponse.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                obj = { ...obj };
                if (obj.inventory != null) {
                    obj.badCopies = undefined;
                    obj.tasks = undefined;
                    obj.leave = undefined;
                    obj.removals = undefined;
                    obj.receipts = undefined;
                    obj.heartbeat = undefined;
                    obj.join = undefined;
                    obj.failure = undefined;
                }
                if (obj.badCopies != null) {
                    obj.inventory = undefined;
                    obj.tasks = undefined;
                    obj.leave = undefined;
                    obj.removals = undefined;
                    obj.receipts = undefined;
                    obj.heartbeat = undefined;
                    obj.join = undefined;
                    obj.failure = undefined;
                }
                if (obj.tasks != null) {
                    obj.inventory = undefined;
                    obj.badCopies = undefined;
                    obj.leave = undefined;
                    obj.removals = undefined;
                    obj.receipts = undefined;
                    obj.heartbeat = undefined;
                    obj.join = undefined;
                    obj.failure = undefined;
                }
                if (obj.leave != null) {
                    obj.inventory = undefined;
                    obj.badCopies = undefined;
                    obj.tasks = undefined;
                    obj.removals = undefined;
                    obj.receipts = undefined;
                    obj.heartbeat = undefined;
                    obj.join = undefined;
                    obj.failure = undefined;
                }
                if (obj.removals != null) {
                    obj.inventory = undefined;
                    obj.badCopies = undefined;
                    obj.tasks = undefined;
                    obj.leave = undefined;
                    obj.receipts = undefined;
                    obj.heartbeat = undefined;
                    obj.join = undefined;
                    obj.failure = undefined;
                }
                if (obj.receipts != null) {
                    obj.inventory = undefined;
                    obj.badCopies = undefined;
                    obj.tasks = undefined;
                    obj.leave = undefined;
                    obj.removals = undefined;
                    obj.heartbeat = undefined;
                    obj.join = undefined;
                    obj.failure = undefined;
                }
                if (obj.heartbeat != null) {
                    obj.inventory = undefined;
                    obj.badCopies = undefined;
                    obj.tasks = undefined;
                    obj.leave = undefined;
                    obj.removals = undefined;
                    obj.receipts = undefined;
                    obj.join = undefined;
                    obj.failure = undefined;
                }
                if (obj.join != null) {
                    obj.inventory = undefined;
                    obj.badCopies = undefined;
                    obj.tasks = undefined;
                    obj.leave = undefined;
                    obj.removals = undefined;
                    obj.receipts = undefined;
                    obj.heartbeat = undefined;
                    obj.failure = undefined;
                }
                if (obj.failure != null) {
                    obj.inventory = undefined;
                    obj.badCopies = undefined;
                    obj.tasks = undefined;
                    obj.leave = undefined;
                    obj.removals = undefined;
                    obj.receipts = undefined;
                    obj.heartbeat = undefined;
                    obj.join = undefined;
                }
                if ((obj.id != null && obj.id !== 0)) {
                    w.uint32(8);
                    w.uint32(obj.id);
                }
                if (obj.failure != null) {
                    w.uint32(18);
                    MembershipFailure.codec().encode(obj.failure, w);
                }
                if (obj.join != null) {
                    w.uint32(26);
                    JoinResponse.codec().encode(obj.join, w);
                }
                if (obj.heartbeat != null) {
                    w.uint32(34);
                    HeartbeatResponse.codec().encode(obj.heartbeat, w);
                }
                if (obj.receipts != null) {
                    w.uint32(42);
                    ReceiptsResponse.codec().encode(obj.receipts, w);
                }
                if (obj.removals != null) {
                    w.uint32(50);
                    RemovalsResponse.codec().encode(obj.removals, w);
                }
                if (obj.leave != null) {
                    w.uint32(58);
                    LeaveResponse.codec().encode(obj.leave, w);
                }
                if (obj.tasks != null) {
                    w.uint32(66);
                    TasksResponse.codec().encode(obj.tasks, w);
                }
                if (obj.badCopies != null) {
                    w.uint32(74);
                    BadCopiesResponse.codec().encode(obj.badCopies, w);
                }
                if (obj.inventory != null) {
                    w.uint32(250);
                    InventoryResponse.codec().encode(obj.inventory, w);
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
                            obj.failure = MembershipFailure.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.failure
                            });
                            break;
                        }
                        case 3: {
                            obj.join = JoinResponse.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.join
                            });
                            break;
                        }
                        case 4: {
                            obj.heartbeat = HeartbeatResponse.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.heartbeat
                            });
                            break;
                        }
                        case 5: {
                            obj.receipts = ReceiptsResponse.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.receipts
                            });
                            break;
                        }
                        case 6: {
                            obj.removals = RemovalsResponse.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.removals
                            });
                            break;
                        }
                        case 7: {
                            obj.leave = LeaveResponse.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.leave
                            });
                            break;
                        }
                        case 8: {
                            obj.tasks = TasksResponse.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.tasks
                            });
                            break;
                        }
                        case 9: {
                            obj.badCopies = BadCopiesResponse.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.badCopies
                            });
                            break;
                        }
                        case 31: {
                            obj.inventory = InventoryResponse.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.inventory
                            });
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                if (obj.inventory != null) {
                    delete obj.badCopies;
                    delete obj.tasks;
                    delete obj.leave;
                    delete obj.removals;
                    delete obj.receipts;
                    delete obj.heartbeat;
                    delete obj.join;
                    delete obj.failure;
                }
                if (obj.badCopies != null) {
                    delete obj.inventory;
                    delete obj.tasks;
                    delete obj.leave;
                    delete obj.removals;
                    delete obj.receipts;
                    delete obj.heartbeat;
                    delete obj.join;
                    delete obj.failure;
                }
                if (obj.tasks != null) {
                    delete obj.inventory;
                    delete obj.badCopies;
                    delete obj.leave;
                    delete obj.removals;
                    delete obj.receipts;
                    delete obj.heartbeat;
                    delete obj.join;
                    delete obj.failure;
                }
                if (obj.leave != null) {
                    delete obj.inventory;
                    delete obj.badCopies;
                    delete obj.tasks;
                    delete obj.removals;
                    delete obj.receipts;
                    delete obj.heartbeat;
                    delete obj.join;
                    delete obj.failure;
                }
                if (obj.removals != null) {
                    delete obj.inventory;
                    delete obj.badCopies;
                    delete obj.tasks;
                    delete obj.leave;
                    delete obj.receipts;
                    delete obj.heartbeat;
                    delete obj.join;
                    delete obj.failure;
                }
                if (obj.receipts != null) {
                    delete obj.inventory;
                    delete obj.badCopies;
                    delete obj.tasks;
                    delete obj.leave;
                    delete obj.removals;
                    delete obj.heartbeat;
                    delete obj.join;
                    delete obj.failure;
                }
                if (obj.heartbeat != null) {
                    delete obj.inventory;
                    delete obj.badCopies;
                    delete obj.tasks;
                    delete obj.leave;
                    delete obj.removals;
                    delete obj.receipts;
                    delete obj.join;
                    delete obj.failure;
                }
                if (obj.join != null) {
                    delete obj.inventory;
                    delete obj.badCopies;
                    delete obj.tasks;
                    delete obj.leave;
                    delete obj.removals;
                    delete obj.receipts;
                    delete obj.heartbeat;
                    delete obj.failure;
                }
                if (obj.failure != null) {
                    delete obj.inventory;
                    delete obj.badCopies;
                    delete obj.tasks;
                    delete obj.leave;
                    delete obj.removals;
                    delete obj.receipts;
                    delete obj.heartbeat;
                    delete obj.join;
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, MembershipResponse.codec());
    }
    MembershipResponse.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, MembershipResponse.codec(), opts);
    }
    MembershipResponse.decode = decode;
})(MembershipResponse || (MembershipResponse = {}));
export var MembershipFailure;
(function (MembershipFailure) {
    let _codec;
    MembershipFailure.codec = () => {
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
        return encodeMessage(obj, MembershipFailure.codec());
    }
    MembershipFailure.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, MembershipFailure.codec(), opts);
    }
    MembershipFailure.decode = decode;
})(MembershipFailure || (MembershipFailure = {}));
export var Space;
(function (Space) {
    let _codec;
    Space.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.usedBytes != null && obj.usedBytes !== 0)) {
                    w.uint32(8);
                    w.uint64Number(obj.usedBytes);
                }
                if ((obj.freeBytes != null && obj.freeBytes !== 0)) {
                    w.uint32(16);
                    w.uint64Number(obj.freeBytes);
                }
                if ((obj.pieces != null && obj.pieces !== 0)) {
                    w.uint32(24);
                    w.uint64Number(obj.pieces);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    usedBytes: 0,
                    freeBytes: 0,
                    pieces: 0
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.usedBytes = reader.uint64Number();
                            break;
                        }
                        case 2: {
                            obj.freeBytes = reader.uint64Number();
                            break;
                        }
                        case 3: {
                            obj.pieces = reader.uint64Number();
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
        return encodeMessage(obj, Space.codec());
    }
    Space.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, Space.codec(), opts);
    }
    Space.decode = decode;
})(Space || (Space = {}));
export var JoinRequest;
(function (JoinRequest) {
    let _codec;
    JoinRequest.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.secret != null && obj.secret.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.secret);
                }
                if ((obj.store != null && obj.store.byteLength > 0)) {
                    w.uint32(18);
                    w.bytes(obj.store);
                }
                if ((obj.capacityBytes != null && obj.capacityBytes !== 0)) {
                    w.uint32(24);
                    w.uint64Number(obj.capacityBytes);
                }
                if ((obj.zone != null && obj.zone !== '')) {
                    w.uint32(34);
                    w.string(obj.zone);
                }
                if ((obj.name != null && obj.name !== '')) {
                    w.uint32(42);
                    w.string(obj.name);
                }
                if (obj.addresses != null && obj.addresses.length > 0) {
                    for (const value of obj.addresses) {
                        w.uint32(50);
                        w.string(value);
                    }
                }
                if (obj.space != null) {
                    w.uint32(58);
                    Space.codec().encode(obj.space, w);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    secret: uint8ArrayAlloc(0),
                    store: uint8ArrayAlloc(0),
                    capacityBytes: 0,
                    zone: '',
                    name: '',
                    addresses: []
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.secret = reader.bytes();
                            break;
                        }
                        case 2: {
                            obj.store = reader.bytes();
                            break;
                        }
                        case 3: {
                            obj.capacityBytes = reader.uint64Number();
                            break;
                        }
                        case 4: {
                            obj.zone = reader.string();
                            break;
                        }
                        case 5: {
                            obj.name = reader.string();
                            break;
                        }
                        case 6: {
                            if (opts.limits?.addresses != null && obj.addresses.length === opts.limits.addresses) {
                                throw new MaxLengthError('Decode error - repeated field "addresses" had too many elements');
                            }
                            obj.addresses.push(reader.string());
                            break;
                        }
                        case 7: {
                            obj.space = Space.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.space
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
        return encodeMessage(obj, JoinRequest.codec());
    }
    JoinRequest.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, JoinRequest.codec(), opts);
    }
    JoinRequest.decode = decode;
})(JoinRequest || (JoinRequest = {}));
export var JoinResponse;
(function (JoinResponse) {
    let _codec;
    JoinResponse.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.pass != null && obj.pass.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.pass);
                }
                if ((obj.swarm != null && obj.swarm.byteLength > 0)) {
                    w.uint32(18);
                    w.bytes(obj.swarm);
                }
                if ((obj.epoch != null && obj.epoch !== 0)) {
                    w.uint32(24);
                    w.uint32(obj.epoch);
                }
                if ((obj.heartbeatMs != null && obj.heartbeatMs !== 0)) {
                    w.uint32(32);
                    w.uint64Number(obj.heartbeatMs);
                }
                if ((obj.leaseMs != null && obj.leaseMs !== 0)) {
                    w.uint32(40);
                    w.uint64Number(obj.leaseMs);
                }
                if ((obj.nowMs != null && obj.nowMs !== 0)) {
                    w.uint32(48);
                    w.uint64Number(obj.nowMs);
                }
                if ((obj.epochId != null && obj.epochId.byteLength > 0)) {
                    w.uint32(58);
                    w.bytes(obj.epochId);
                }
                if ((obj.voucherKey != null && obj.voucherKey.byteLength > 0)) {
                    w.uint32(522);
                    w.bytes(obj.voucherKey);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    pass: uint8ArrayAlloc(0),
                    swarm: uint8ArrayAlloc(0),
                    epoch: 0,
                    heartbeatMs: 0,
                    leaseMs: 0,
                    nowMs: 0,
                    epochId: uint8ArrayAlloc(0),
                    voucherKey: uint8ArrayAlloc(0)
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.pass = reader.bytes();
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
                            obj.heartbeatMs = reader.uint64Number();
                            break;
                        }
                        case 5: {
                            obj.leaseMs = reader.uint64Number();
                            break;
                        }
                        case 6: {
                            obj.nowMs = reader.uint64Number();
                            break;
                        }
                        case 7: {
                            obj.epochId = reader.bytes();
                            break;
                        }
                        case 65: {
                            obj.voucherKey = reader.bytes();
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
        return encodeMessage(obj, JoinResponse.codec());
    }
    JoinResponse.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, JoinResponse.codec(), opts);
    }
    JoinResponse.decode = decode;
})(JoinResponse || (JoinResponse = {}));
export var HeartbeatRequest;
(function (HeartbeatRequest) {
    let _codec;
    HeartbeatRequest.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if (obj.space != null) {
                    w.uint32(10);
                    Space.codec().encode(obj.space, w);
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
                            obj.space = Space.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.space
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
        return encodeMessage(obj, HeartbeatRequest.codec());
    }
    HeartbeatRequest.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, HeartbeatRequest.codec(), opts);
    }
    HeartbeatRequest.decode = decode;
})(HeartbeatRequest || (HeartbeatRequest = {}));
export var HeartbeatResponse;
(function (HeartbeatResponse) {
    let _codec;
    HeartbeatResponse.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.nowMs != null && obj.nowMs !== 0)) {
                    w.uint32(8);
                    w.uint64Number(obj.nowMs);
                }
                if ((obj.pass != null && obj.pass.byteLength > 0)) {
                    w.uint32(18);
                    w.bytes(obj.pass);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    nowMs: 0,
                    pass: uint8ArrayAlloc(0)
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.nowMs = reader.uint64Number();
                            break;
                        }
                        case 2: {
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
        return encodeMessage(obj, HeartbeatResponse.codec());
    }
    HeartbeatResponse.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, HeartbeatResponse.codec(), opts);
    }
    HeartbeatResponse.decode = decode;
})(HeartbeatResponse || (HeartbeatResponse = {}));
export var ReceiptEntry;
(function (ReceiptEntry) {
    let _codec;
    ReceiptEntry.codec = () => {
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
                if ((obj.revision != null && obj.revision !== 0)) {
                    w.uint32(24);
                    w.uint64Number(obj.revision);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    cid: uint8ArrayAlloc(0),
                    sizeBytes: 0,
                    revision: 0
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
                        case 3: {
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
        return encodeMessage(obj, ReceiptEntry.codec());
    }
    ReceiptEntry.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, ReceiptEntry.codec(), opts);
    }
    ReceiptEntry.decode = decode;
})(ReceiptEntry || (ReceiptEntry = {}));
export var ReceiptsRequest;
(function (ReceiptsRequest) {
    let _codec;
    ReceiptsRequest.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if (obj.receipts != null && obj.receipts.length > 0) {
                    for (const value of obj.receipts) {
                        w.uint32(10);
                        ReceiptEntry.codec().encode(value, w);
                    }
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    receipts: []
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            if (opts.limits?.receipts != null && obj.receipts.length === opts.limits.receipts) {
                                throw new MaxLengthError('Decode error - repeated field "receipts" had too many elements');
                            }
                            obj.receipts.push(ReceiptEntry.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.receipts$
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
        return encodeMessage(obj, ReceiptsRequest.codec());
    }
    ReceiptsRequest.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, ReceiptsRequest.codec(), opts);
    }
    ReceiptsRequest.decode = decode;
})(ReceiptsRequest || (ReceiptsRequest = {}));
export var ReceiptsResponse;
(function (ReceiptsResponse) {
    let _codec;
    ReceiptsResponse.codec = () => {
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
        return encodeMessage(obj, ReceiptsResponse.codec());
    }
    ReceiptsResponse.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, ReceiptsResponse.codec(), opts);
    }
    ReceiptsResponse.decode = decode;
})(ReceiptsResponse || (ReceiptsResponse = {}));
export var Removal;
(function (Removal) {
    let _codec;
    Removal.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.cid != null && obj.cid.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.cid);
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
                    cid: uint8ArrayAlloc(0),
                    revision: 0
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
        return encodeMessage(obj, Removal.codec());
    }
    Removal.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, Removal.codec(), opts);
    }
    Removal.decode = decode;
})(Removal || (Removal = {}));
export var RemovalOutcome;
(function (RemovalOutcome) {
    let _codec;
    RemovalOutcome.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.cid != null && obj.cid.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.cid);
                }
                if ((obj.revision != null && obj.revision !== 0)) {
                    w.uint32(16);
                    w.uint64Number(obj.revision);
                }
                if ((obj.kept != null && obj.kept !== false)) {
                    w.uint32(24);
                    w.bool(obj.kept);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    cid: uint8ArrayAlloc(0),
                    revision: 0,
                    kept: false
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
                            obj.revision = reader.uint64Number();
                            break;
                        }
                        case 3: {
                            obj.kept = reader.bool();
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
        return encodeMessage(obj, RemovalOutcome.codec());
    }
    RemovalOutcome.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, RemovalOutcome.codec(), opts);
    }
    RemovalOutcome.decode = decode;
})(RemovalOutcome || (RemovalOutcome = {}));
export var RemovalsRequest;
(function (RemovalsRequest) {
    let _codec;
    RemovalsRequest.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if (obj.outcomes != null && obj.outcomes.length > 0) {
                    for (const value of obj.outcomes) {
                        w.uint32(10);
                        RemovalOutcome.codec().encode(value, w);
                    }
                }
                if ((obj.waitMs != null && obj.waitMs !== 0)) {
                    w.uint32(16);
                    w.uint64Number(obj.waitMs);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    outcomes: [],
                    waitMs: 0
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            if (opts.limits?.outcomes != null && obj.outcomes.length === opts.limits.outcomes) {
                                throw new MaxLengthError('Decode error - repeated field "outcomes" had too many elements');
                            }
                            obj.outcomes.push(RemovalOutcome.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.outcomes$
                            }));
                            break;
                        }
                        case 2: {
                            obj.waitMs = reader.uint64Number();
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
        return encodeMessage(obj, RemovalsRequest.codec());
    }
    RemovalsRequest.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, RemovalsRequest.codec(), opts);
    }
    RemovalsRequest.decode = decode;
})(RemovalsRequest || (RemovalsRequest = {}));
export var RemovalsResponse;
(function (RemovalsResponse) {
    let _codec;
    RemovalsResponse.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if (obj.removals != null && obj.removals.length > 0) {
                    for (const value of obj.removals) {
                        w.uint32(10);
                        Removal.codec().encode(value, w);
                    }
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    removals: []
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            if (opts.limits?.removals != null && obj.removals.length === opts.limits.removals) {
                                throw new MaxLengthError('Decode error - repeated field "removals" had too many elements');
                            }
                            obj.removals.push(Removal.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.removals$
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
        return encodeMessage(obj, RemovalsResponse.codec());
    }
    RemovalsResponse.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, RemovalsResponse.codec(), opts);
    }
    RemovalsResponse.decode = decode;
})(RemovalsResponse || (RemovalsResponse = {}));
export var Task;
(function (Task) {
    let _codec;
    Task.codec = () => {
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
                if (obj.targets != null && obj.targets.length > 0) {
                    for (const value of obj.targets) {
                        w.uint32(26);
                        TaskTarget.codec().encode(value, w);
                    }
                }
                if ((obj.grant != null && obj.grant.byteLength > 0)) {
                    w.uint32(34);
                    w.bytes(obj.grant);
                }
                if (obj.shards != null) {
                    w.uint32(162);
                    ShardsTask.codec().encode(obj.shards, w);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    cid: uint8ArrayAlloc(0),
                    sizeBytes: 0,
                    targets: [],
                    grant: uint8ArrayAlloc(0)
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
                        case 3: {
                            if (opts.limits?.targets != null && obj.targets.length === opts.limits.targets) {
                                throw new MaxLengthError('Decode error - repeated field "targets" had too many elements');
                            }
                            obj.targets.push(TaskTarget.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.targets$
                            }));
                            break;
                        }
                        case 4: {
                            obj.grant = reader.bytes();
                            break;
                        }
                        case 20: {
                            obj.shards = ShardsTask.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.shards
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
        return encodeMessage(obj, Task.codec());
    }
    Task.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, Task.codec(), opts);
    }
    Task.decode = decode;
})(Task || (Task = {}));
export var TaskTarget;
(function (TaskTarget) {
    let _codec;
    TaskTarget.codec = () => {
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
        return encodeMessage(obj, TaskTarget.codec());
    }
    TaskTarget.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, TaskTarget.codec(), opts);
    }
    TaskTarget.decode = decode;
})(TaskTarget || (TaskTarget = {}));
export var TaskOutcome;
(function (TaskOutcome) {
    let _codec;
    TaskOutcome.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.cid != null && obj.cid.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.cid);
                }
                if ((obj.code != null && obj.code !== '')) {
                    w.uint32(18);
                    w.string(obj.code);
                }
                if ((obj.peer != null && obj.peer !== '')) {
                    w.uint32(26);
                    w.string(obj.peer);
                }
                if (obj.shards != null && obj.shards.length > 0) {
                    for (const value of obj.shards) {
                        w.uint32(162);
                        w.bytes(value);
                    }
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    cid: uint8ArrayAlloc(0),
                    code: '',
                    peer: '',
                    shards: []
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
                            obj.code = reader.string();
                            break;
                        }
                        case 3: {
                            obj.peer = reader.string();
                            break;
                        }
                        case 20: {
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
        return encodeMessage(obj, TaskOutcome.codec());
    }
    TaskOutcome.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, TaskOutcome.codec(), opts);
    }
    TaskOutcome.decode = decode;
})(TaskOutcome || (TaskOutcome = {}));
export var ShardsTask;
(function (ShardsTask) {
    let _codec;
    ShardsTask.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.work != null && obj.work !== 0)) {
                    w.uint32(8);
                    w.uint32(obj.work);
                }
                if ((obj.dataShards != null && obj.dataShards !== 0)) {
                    w.uint32(16);
                    w.uint32(obj.dataShards);
                }
                if ((obj.parityShards != null && obj.parityShards !== 0)) {
                    w.uint32(24);
                    w.uint32(obj.parityShards);
                }
                if ((obj.revision != null && obj.revision !== 0)) {
                    w.uint32(32);
                    w.uint64Number(obj.revision);
                }
                if (obj.sources != null && obj.sources.length > 0) {
                    for (const value of obj.sources) {
                        w.uint32(42);
                        ShardSource.codec().encode(value, w);
                    }
                }
                if (obj.outputs != null && obj.outputs.length > 0) {
                    for (const value of obj.outputs) {
                        w.uint32(50);
                        ShardOutput.codec().encode(value, w);
                    }
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    work: 0,
                    dataShards: 0,
                    parityShards: 0,
                    revision: 0,
                    sources: [],
                    outputs: []
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.work = reader.uint32();
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
                        case 4: {
                            obj.revision = reader.uint64Number();
                            break;
                        }
                        case 5: {
                            if (opts.limits?.sources != null && obj.sources.length === opts.limits.sources) {
                                throw new MaxLengthError('Decode error - repeated field "sources" had too many elements');
                            }
                            obj.sources.push(ShardSource.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.sources$
                            }));
                            break;
                        }
                        case 6: {
                            if (opts.limits?.outputs != null && obj.outputs.length === opts.limits.outputs) {
                                throw new MaxLengthError('Decode error - repeated field "outputs" had too many elements');
                            }
                            obj.outputs.push(ShardOutput.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.outputs$
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
        return encodeMessage(obj, ShardsTask.codec());
    }
    ShardsTask.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, ShardsTask.codec(), opts);
    }
    ShardsTask.decode = decode;
})(ShardsTask || (ShardsTask = {}));
export var ShardSource;
(function (ShardSource) {
    let _codec;
    ShardSource.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.shard != null && obj.shard !== 0)) {
                    w.uint32(8);
                    w.uint32(obj.shard);
                }
                if ((obj.cid != null && obj.cid.byteLength > 0)) {
                    w.uint32(18);
                    w.bytes(obj.cid);
                }
                if (obj.workers != null && obj.workers.length > 0) {
                    for (const value of obj.workers) {
                        w.uint32(26);
                        TaskTarget.codec().encode(value, w);
                    }
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    shard: 0,
                    cid: uint8ArrayAlloc(0),
                    workers: []
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.shard = reader.uint32();
                            break;
                        }
                        case 2: {
                            obj.cid = reader.bytes();
                            break;
                        }
                        case 3: {
                            if (opts.limits?.workers != null && obj.workers.length === opts.limits.workers) {
                                throw new MaxLengthError('Decode error - repeated field "workers" had too many elements');
                            }
                            obj.workers.push(TaskTarget.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.workers$
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
        return encodeMessage(obj, ShardSource.codec());
    }
    ShardSource.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, ShardSource.codec(), opts);
    }
    ShardSource.decode = decode;
})(ShardSource || (ShardSource = {}));
export var ShardOutput;
(function (ShardOutput) {
    let _codec;
    ShardOutput.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.shard != null && obj.shard !== 0)) {
                    w.uint32(8);
                    w.uint32(obj.shard);
                }
                if ((obj.cid != null && obj.cid.byteLength > 0)) {
                    w.uint32(18);
                    w.bytes(obj.cid);
                }
                if (obj.target != null) {
                    w.uint32(26);
                    TaskTarget.codec().encode(obj.target, w);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    shard: 0,
                    cid: uint8ArrayAlloc(0)
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.shard = reader.uint32();
                            break;
                        }
                        case 2: {
                            obj.cid = reader.bytes();
                            break;
                        }
                        case 3: {
                            obj.target = TaskTarget.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.target
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
        return encodeMessage(obj, ShardOutput.codec());
    }
    ShardOutput.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, ShardOutput.codec(), opts);
    }
    ShardOutput.decode = decode;
})(ShardOutput || (ShardOutput = {}));
export var TasksRequest;
(function (TasksRequest) {
    let _codec;
    TasksRequest.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if (obj.outcomes != null && obj.outcomes.length > 0) {
                    for (const value of obj.outcomes) {
                        w.uint32(10);
                        TaskOutcome.codec().encode(value, w);
                    }
                }
                if ((obj.waitMs != null && obj.waitMs !== 0)) {
                    w.uint32(16);
                    w.uint64Number(obj.waitMs);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    outcomes: [],
                    waitMs: 0
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            if (opts.limits?.outcomes != null && obj.outcomes.length === opts.limits.outcomes) {
                                throw new MaxLengthError('Decode error - repeated field "outcomes" had too many elements');
                            }
                            obj.outcomes.push(TaskOutcome.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.outcomes$
                            }));
                            break;
                        }
                        case 2: {
                            obj.waitMs = reader.uint64Number();
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
        return encodeMessage(obj, TasksRequest.codec());
    }
    TasksRequest.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, TasksRequest.codec(), opts);
    }
    TasksRequest.decode = decode;
})(TasksRequest || (TasksRequest = {}));
export var TasksResponse;
(function (TasksResponse) {
    let _codec;
    TasksResponse.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if (obj.tasks != null && obj.tasks.length > 0) {
                    for (const value of obj.tasks) {
                        w.uint32(10);
                        Task.codec().encode(value, w);
                    }
                }
                if (obj.checks != null && obj.checks.length > 0) {
                    for (const value of obj.checks) {
                        w.uint32(18);
                        w.bytes(value);
                    }
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    tasks: [],
                    checks: []
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            if (opts.limits?.tasks != null && obj.tasks.length === opts.limits.tasks) {
                                throw new MaxLengthError('Decode error - repeated field "tasks" had too many elements');
                            }
                            obj.tasks.push(Task.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.tasks$
                            }));
                            break;
                        }
                        case 2: {
                            if (opts.limits?.checks != null && obj.checks.length === opts.limits.checks) {
                                throw new MaxLengthError('Decode error - repeated field "checks" had too many elements');
                            }
                            obj.checks.push(reader.bytes());
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
        return encodeMessage(obj, TasksResponse.codec());
    }
    TasksResponse.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, TasksResponse.codec(), opts);
    }
    TasksResponse.decode = decode;
})(TasksResponse || (TasksResponse = {}));
export var BadCopiesRequest;
(function (BadCopiesRequest) {
    let _codec;
    BadCopiesRequest.codec = () => {
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
        return encodeMessage(obj, BadCopiesRequest.codec());
    }
    BadCopiesRequest.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, BadCopiesRequest.codec(), opts);
    }
    BadCopiesRequest.decode = decode;
})(BadCopiesRequest || (BadCopiesRequest = {}));
export var BadCopiesResponse;
(function (BadCopiesResponse) {
    let _codec;
    BadCopiesResponse.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if (obj.released != null && obj.released.length > 0) {
                    for (const value of obj.released) {
                        w.uint32(10);
                        w.bytes(value);
                    }
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    released: []
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            if (opts.limits?.released != null && obj.released.length === opts.limits.released) {
                                throw new MaxLengthError('Decode error - repeated field "released" had too many elements');
                            }
                            obj.released.push(reader.bytes());
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
        return encodeMessage(obj, BadCopiesResponse.codec());
    }
    BadCopiesResponse.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, BadCopiesResponse.codec(), opts);
    }
    BadCopiesResponse.decode = decode;
})(BadCopiesResponse || (BadCopiesResponse = {}));
export var InventoryRange;
(function (InventoryRange) {
    let _codec;
    InventoryRange.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.after != null && obj.after !== '')) {
                    w.uint32(10);
                    w.string(obj.after);
                }
                if ((obj.last != null && obj.last !== '')) {
                    w.uint32(18);
                    w.string(obj.last);
                }
                if ((obj.pieces != null && obj.pieces !== 0)) {
                    w.uint32(24);
                    w.uint32(obj.pieces);
                }
                if ((obj.digest != null && obj.digest.byteLength > 0)) {
                    w.uint32(34);
                    w.bytes(obj.digest);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    after: '',
                    last: '',
                    pieces: 0,
                    digest: uint8ArrayAlloc(0)
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.after = reader.string();
                            break;
                        }
                        case 2: {
                            obj.last = reader.string();
                            break;
                        }
                        case 3: {
                            obj.pieces = reader.uint32();
                            break;
                        }
                        case 4: {
                            obj.digest = reader.bytes();
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
        return encodeMessage(obj, InventoryRange.codec());
    }
    InventoryRange.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, InventoryRange.codec(), opts);
    }
    InventoryRange.decode = decode;
})(InventoryRange || (InventoryRange = {}));
export var InventoryListing;
(function (InventoryListing) {
    let _codec;
    InventoryListing.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.after != null && obj.after !== '')) {
                    w.uint32(10);
                    w.string(obj.after);
                }
                if ((obj.last != null && obj.last !== '')) {
                    w.uint32(18);
                    w.string(obj.last);
                }
                if (obj.cids != null && obj.cids.length > 0) {
                    for (const value of obj.cids) {
                        w.uint32(26);
                        w.bytes(value);
                    }
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    after: '',
                    last: '',
                    cids: []
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.after = reader.string();
                            break;
                        }
                        case 2: {
                            obj.last = reader.string();
                            break;
                        }
                        case 3: {
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
        return encodeMessage(obj, InventoryListing.codec());
    }
    InventoryListing.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, InventoryListing.codec(), opts);
    }
    InventoryListing.decode = decode;
})(InventoryListing || (InventoryListing = {}));
export var InventoryRequest;
(function (InventoryRequest) {
    let _codec;
    InventoryRequest.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if (obj.ranges != null && obj.ranges.length > 0) {
                    for (const value of obj.ranges) {
                        w.uint32(10);
                        InventoryRange.codec().encode(value, w);
                    }
                }
                if (obj.listing != null) {
                    w.uint32(18);
                    InventoryListing.codec().encode(obj.listing, w);
                }
                if (obj.absent != null && obj.absent.length > 0) {
                    for (const value of obj.absent) {
                        w.uint32(26);
                        w.bytes(value);
                    }
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    ranges: [],
                    absent: []
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            if (opts.limits?.ranges != null && obj.ranges.length === opts.limits.ranges) {
                                throw new MaxLengthError('Decode error - repeated field "ranges" had too many elements');
                            }
                            obj.ranges.push(InventoryRange.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.ranges$
                            }));
                            break;
                        }
                        case 2: {
                            obj.listing = InventoryListing.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.listing
                            });
                            break;
                        }
                        case 3: {
                            if (opts.limits?.absent != null && obj.absent.length === opts.limits.absent) {
                                throw new MaxLengthError('Decode error - repeated field "absent" had too many elements');
                            }
                            obj.absent.push(reader.bytes());
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
        return encodeMessage(obj, InventoryRequest.codec());
    }
    InventoryRequest.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, InventoryRequest.codec(), opts);
    }
    InventoryRequest.decode = decode;
})(InventoryRequest || (InventoryRequest = {}));
export var InventoryResponse;
(function (InventoryResponse) {
    let _codec;
    InventoryResponse.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if (obj.differing != null && obj.differing.length > 0) {
                    for (const value of obj.differing) {
                        w.uint32(8);
                        w.uint32(value);
                    }
                }
                if (obj.unknown != null && obj.unknown.length > 0) {
                    for (const value of obj.unknown) {
                        w.uint32(18);
                        w.bytes(value);
                    }
                }
                if (obj.missing != null && obj.missing.length > 0) {
                    for (const value of obj.missing) {
                        w.uint32(26);
                        w.bytes(value);
                    }
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    differing: [],
                    unknown: [],
                    missing: []
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            if (opts.limits?.differing != null && obj.differing.length === opts.limits.differing) {
                                throw new MaxLengthError('Decode error - repeated field "differing" had too many elements');
                            }
                            obj.differing.push(reader.uint32());
                            break;
                        }
                        case 2: {
                            if (opts.limits?.unknown != null && obj.unknown.length === opts.limits.unknown) {
                                throw new MaxLengthError('Decode error - repeated field "unknown" had too many elements');
                            }
                            obj.unknown.push(reader.bytes());
                            break;
                        }
                        case 3: {
                            if (opts.limits?.missing != null && obj.missing.length === opts.limits.missing) {
                                throw new MaxLengthError('Decode error - repeated field "missing" had too many elements');
                            }
                            obj.missing.push(reader.bytes());
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
        return encodeMessage(obj, InventoryResponse.codec());
    }
    InventoryResponse.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, InventoryResponse.codec(), opts);
    }
    InventoryResponse.decode = decode;
})(InventoryResponse || (InventoryResponse = {}));
export var LeaveRequest;
(function (LeaveRequest) {
    let _codec;
    LeaveRequest.codec = () => {
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
        return encodeMessage(obj, LeaveRequest.codec());
    }
    LeaveRequest.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, LeaveRequest.codec(), opts);
    }
    LeaveRequest.decode = decode;
})(LeaveRequest || (LeaveRequest = {}));
export var LeaveResponse;
(function (LeaveResponse) {
    let _codec;
    LeaveResponse.codec = () => {
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
        return encodeMessage(obj, LeaveResponse.codec());
    }
    LeaveResponse.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, LeaveResponse.codec(), opts);
    }
    LeaveResponse.decode = decode;
})(LeaveResponse || (LeaveResponse = {}));
