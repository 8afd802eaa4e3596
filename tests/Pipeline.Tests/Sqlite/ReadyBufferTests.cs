using Pipeline.Ports;
using Pipeline.Sqlite.Bus;

namespace Pipeline.Tests.Sqlite;

public sealed class ReadyBufferTests
{
    private readonly ReadyBuffer _buffer = new();

    [Fact]
    public void A_message_that_a_load_brought_is_not_added_again()
    {
        _buffer.StartBehind();
        _buffer.Load([Delivery(1), Delivery(2)], all: true);
        _buffer.Add(Delivery(2));
        _buffer.Add(Delivery(3));
        Assert.Equal([1, 2, 3], TakeAll());
    }

    [Fact]
    public void A_message_that_is_returned_comes_before_later_ones()
    {
        _buffer.Add(Delivery(1));
        _buffer.Add(Delivery(2));
        var first = _buffer.Take()!;
        _buffer.Return(first);
        Assert.Equal([1, 2], TakeAll());
    }

    [Fact]
    public void Large_messages_fill_it_by_their_bytes_and_the_rest_waits()
    {
        const int Size = 256 * 1024;
        for (var number = 1; number <= 100; number++)
        {
            _buffer.Add(Delivery(number, Size));
        }

        Assert.True(_buffer.IsBehind);
        Assert.InRange(_buffer.Count, 1, ReadyBuffer.MaxBytes / Size);
        Assert.Equal(_buffer.Count, _buffer.LoadedThrough);
    }

    private static StoredDelivery Delivery(long sequence, int size = 1)
    {
        var message = new BusMessage("id", new byte[size], new Dictionary<string, string>(StringComparer.Ordinal), "key");
        return new StoredDelivery(sequence, StoredMessage.Of(message, DateTimeOffset.UnixEpoch), isShared: false);
    }

    private List<long> TakeAll()
    {
        List<long> taken = [];
        while (_buffer.Take() is { } delivery)
        {
            taken.Add(delivery.Sequence);
        }

        return taken;
    }
}
