using Pipeline.Messages;

namespace Pipeline.Ports;

/// <summary>Reads what one kind of platform holds, to find what its webhooks did not tell.</summary>
public interface IPlatformHistory
{
    /// <summary>The platform's name, as in <see cref="Conversation.Platform"/>.</summary>
    string Platform { get; }

    /// <summary>The accounts, by their configured names, whose history can be read.</summary>
    IReadOnlyList<string> Accounts { get; }

    /// <summary>
    /// What happened in an account's conversations since a time, page by page: a page is asked for when the one before was used, so that
    /// no more than one is held.
    /// </summary>
    /// <param name="account">One of <see cref="Accounts"/>.</param>
    /// <param name="since">The earliest time, by the platform's clock. Earlier happenings may come too.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="HttpRequestException">The platform did not answer; it may later (<see cref="PlatformBusyException"/> says when).</exception>
    /// <exception cref="PlatformRefusedException">The platform refuses, or answered what no history is.</exception>
    IAsyncEnumerable<HistoryPage> ReadAsync(string account, DateTimeOffset since, CancellationToken cancellationToken);
}

/// <summary>A page of a platform's history.</summary>
/// <param name="Items">What happened: at most some hundred items.</param>
/// <param name="Unreadable">How many items were not what the platform sends: a webhook with the same would be refused.</param>
/// <param name="CompleteBefore">
/// All that happened before this time was in this page or one before it; null where the platform does not order its history by time.
/// </param>
public sealed record HistoryPage(IReadOnlyList<HistoryItem> Items, int Unreadable, DateTimeOffset? CompleteBefore = null);

/// <summary>Something that happened, as the history tells it.</summary>
/// <param name="Message">What the webhook would have said: the same id and the same time, or it would be stored twice.</param>
/// <param name="Alike">
/// Where the history does not tell when it happened, so that the webhook's id is not known: which stored messages are it all the same.
/// Null where <see cref="Message"/> has the very id.
/// </param>
public sealed record HistoryItem(MessageCaptured Message, AlikeMessages? Alike = null);

/// <summary>The stored messages that stand for a happening whose time is not known.</summary>
/// <param name="IdStart">How their ids start.</param>
/// <param name="Since">The earliest time of theirs.</param>
public sealed record AlikeMessages(string IdStart, DateTimeOffset Since);
