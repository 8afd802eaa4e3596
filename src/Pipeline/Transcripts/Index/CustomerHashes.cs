using Microsoft.Extensions.Options;
using Pipeline.Messages;
using Pipeline.Ports;

namespace Pipeline.Transcripts.Index;

/// <summary>Names customers as the index of transcripts does.</summary>
public sealed class CustomerHashes(IOptions<TranscriptOptions> options) : ICustomerHashes
{
    /// <inheritdoc/>
    public string? Of(Conversation conversation) => conversation.CustomerId is { } customer && options.Value.CustomerHashKey is { Length: > 0 } key
        ? IndexKeys.CustomerHash(conversation.Platform, customer, key)
        : null;
}
