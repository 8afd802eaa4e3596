using Pipeline.Messages;

namespace Pipeline.Benchmarks.Capture;

/// <summary>How many bytes an event takes by itself: those that a copy of all of it allocates.</summary>
internal static class EventSize
{
    /// <summary>Measures it.</summary>
    public static long Of(MessageCaptured message)
    {
        // Once before it is measured, so that nothing is compiled meanwhile.
        Copy(message);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var copy = Copy(message);
        var bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        GC.KeepAlive(copy);
        return bytes;
    }

    private static MessageCaptured Copy(MessageCaptured message) => message with
    {
        MessageId = Copy(message.MessageId)!,
        Text = Copy(message.Text)!,
        Sender = new Sender(message.Sender.Role, Copy(message.Sender.Id), Copy(message.Sender.FirstName)),
        Attachments = message.Attachments.Count == 0
            ? message.Attachments
            : [.. message.Attachments.Select(file => new Attachment(Copy(file.Name)!, Copy(file.MediaType), file.Bytes))],
        Conversation = message.Conversation with
        {
            Key = Copy(message.Conversation.Key)!,
            Id = Copy(message.Conversation.Id)!,
            EntryPage = Copy(message.Conversation.EntryPage),
            CustomerId = Copy(message.Conversation.CustomerId),
        },
    };

    private static string? Copy(string? text) => text is null ? null : new string(text.AsSpan());
}
