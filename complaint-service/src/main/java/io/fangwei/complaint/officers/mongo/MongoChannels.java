package io.fangwei.complaint.officers.mongo;

import io.fangwei.complaint.officers.Channel;
import io.fangwei.complaint.officers.ChannelEvent;
import io.fangwei.complaint.officers.Channels;
import io.fangwei.kernel.caller.Caller;
import io.fangwei.kernel.caller.Role;
import io.fangwei.kernel.caller.Scope;
import io.fangwei.kernel.paging.Page;
import io.fangwei.kernel.paging.Pages;
import io.fangwei.kernel.store.AggregateKind;
import io.fangwei.kernel.store.AggregateStore;
import io.fangwei.kernel.store.AggregateStores;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Repository;

@Repository
class MongoChannels implements Channels {

    private static final String COLLECTION = "channels";
    private static final Scope SCOPE = Scope.nobody()
            .own("state.insurerId", Caller::insurerId, Role.IM, Role.IS, Role.IC)
            .all(Role.ID);

    private final AggregateStore<Channel> store;

    MongoChannels(AggregateStores stores) {
        store = stores.open(new AggregateKind<>("channel", COLLECTION, Channel.class, SCOPE));
        stores.index(COLLECTION, "state.insurerId", "_id");
    }

    @Override
    public Channel add(Channel channel, List<ChannelEvent> events) {
        return store.create(channel.getChannelId(), channel, events);
    }

    @Override
    public Channel get(UUID channelId) {
        return store.get(channelId);
    }

    @Override
    public Channel change(UUID channelId, Function<Channel, List<ChannelEvent>> action) {
        return store.change(channelId, action);
    }

    @Override
    public Page<Channel> page(@Nullable UUID insurerId, Pages pages) {
        var ofOne = insurerId == null
                ? new Criteria()
                : Criteria.where("state.insurerId").is(insurerId);
        return store.page(ofOne, pages);
    }
}
