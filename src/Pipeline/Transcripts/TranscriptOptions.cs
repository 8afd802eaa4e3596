namespace Pipeline.Transcripts;

/// <summary>Settings of the recording and indexing, from the section <c>Transcripts</c>.</summary>
public sealed class TranscriptOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Transcripts";

    /// <summary>A conversation in which nothing has happened for so long is closed. A day: a messaging customer answers in the evening.</summary>
    public TimeSpan IdleAfter { get; set; } = TimeSpan.FromDays(1);

    /// <summary>
    /// One who has begun to write what is made of a closed conversation, and has not ended after so long, is taken to have died. Longer than the
    /// work takes on a busy machine; nobody waits for it but those who have news of the same conversation.
    /// </summary>
    public TimeSpan ProjectionPatience { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>
    /// The key of the hash under which a customer's conversations are found. Without one there is no such index: an unkeyed hash of an id
    /// can be guessed back. Keep it secret, and never change it.
    /// </summary>
    public string? CustomerHashKey { get; set; }

    /// <summary>
    /// The key that seals of closed conversations are signed with. Without one a seal still tells a row that was changed alone, but who can
    /// write the tables can write another seal. Keep it secret, and never change it.
    /// </summary>
    public string? SealKey { get; set; }
}
