using System.Globalization;
using Pipeline.Messages;
using Pipeline.Ports;

namespace Pipeline.Quality.Review.Annotations;

/// <summary>Why a note was not kept.</summary>
public enum AnnotationRefusal
{
    /// <summary>The conversation is not known.</summary>
    ConversationUnknown,

    /// <summary>The conversation has no such message.</summary>
    MessageUnknown,
}

/// <summary>Keeps notes at messages, in the partition of their conversation.</summary>
public sealed class AnnotationDesk(ITables tables, ITranscripts transcripts, ITextMasker masker, TimeProvider clock)
{
    /// <summary>Notes something at a message. One person has one note of a kind at a message: noted again, its comment is replaced.</summary>
    public async Task<(MessageAnnotation? Annotation, AnnotationRefusal? Refusal)> AddAsync(
        string conversationKey, string messageId, AnnotationKind kind, string? comment, string by, CancellationToken cancellationToken)
    {
        if (await transcripts.ReadAsync(conversationKey, cancellationToken) is not { } transcript)
        {
            return (null, AnnotationRefusal.ConversationUnknown);
        }

        if (!transcript.Messages.Any(message => message.Id == messageId && message is { Kind: MessageKind.Message, DeletedAt: null }))
        {
            return (null, AnnotationRefusal.MessageUnknown);
        }

        var annotation = new MessageAnnotation
        {
            Id = StableHash.Of($"{messageId}\0{kind}\0{by}").ToString("x16", CultureInfo.InvariantCulture),
            MessageId = messageId,
            Kind = kind,
            Comment = string.IsNullOrWhiteSpace(comment) ? null : masker.Mask(comment),
            By = by,
            At = clock.GetUtcNow(),
        };
        var row = ReviewRows.Row(
            conversationKey, ReviewRows.AnnotationPrefix + annotation.Id, annotation, ReviewJson.Default.MessageAnnotation);
        await tables.ApplyAsync(TableNames.Conversations, conversationKey, [new TableChange.Upsert(row)], cancellationToken);
        return (annotation, null);
    }

    /// <summary>The notes of a conversation, by time.</summary>
    public async Task<IReadOnlyList<MessageAnnotation>> OfAsync(string conversationKey, CancellationToken cancellationToken)
    {
        var annotations = new List<MessageAnnotation>();
        await foreach (var row in tables.ReadAllAsync(
            TableNames.Conversations, TableQuery.Prefix(conversationKey, ReviewRows.AnnotationPrefix), cancellationToken))
        {
            annotations.Add(ReviewRows.Read(row, ReviewJson.Default.MessageAnnotation));
        }

        return [.. annotations.OrderBy(annotation => annotation.At).ThenBy(annotation => annotation.Id, StringComparer.Ordinal)];
    }

    /// <summary>Takes a note away.</summary>
    /// <returns>Whether it was there.</returns>
    public async Task<bool> RemoveAsync(string conversationKey, string id, CancellationToken cancellationToken)
    {
        try
        {
            await tables.ApplyAsync(
                TableNames.Conversations, conversationKey, [new TableChange.Delete(ReviewRows.AnnotationPrefix + id)], cancellationToken);
            return true;
        }
        catch (TableConflictException)
        {
            return false;
        }
    }
}
