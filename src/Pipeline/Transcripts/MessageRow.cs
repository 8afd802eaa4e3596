using System.Text.Json;
using Pipeline.Messages;
using Pipeline.Ports;

namespace Pipeline.Transcripts;

/// <summary>The row of a message: everything that the state of the conversation can be made from again.</summary>
public static class MessageRow
{
    // Raised when the shape changes; the reader keeps one branch for each shape that may still be stored.
    private const int Shape = 1;

    /// <summary>The row of a message.</summary>
    public static TableRow From(MessageAnalyzed message)
    {
        var conversation = message.Conversation;
        var properties = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["Shape"] = Shape,
            ["MessageId"] = message.MessageId,
            ["Kind"] = message.Kind.ToString(),
            ["Sender"] = message.Sender.Role.ToString(),
            ["SentAt"] = message.SentAt,
            ["Platform"] = conversation.Platform,
            ["Account"] = conversation.Account,
            ["Conversation"] = conversation.Id,
            ["Brand"] = conversation.Brand,
            ["Channel"] = conversation.Channel,
        };
        LongText.Put(properties, "Text", message.Text);
        Put(properties, "SenderId", message.Sender.Id);
        Put(properties, "FirstName", message.Sender.FirstName);
        Put(properties, "LanguageHint", conversation.LanguageHint);
        Put(properties, "EntryPage", conversation.EntryPage);
        Put(properties, "CustomerId", conversation.CustomerId);
        Put(properties, "Attributes", conversation.Attributes is { } attributes
            ? JsonSerializer.Serialize(attributes, PipelineJson.Default.ConversationAttributes)
            : null);
        Put(properties, "TargetMessageId", message.TargetMessageId);
        if (message.Rating is { } rating)
        {
            properties["Rating"] = rating;
        }

        if (message.Correction is { } correction)
        {
            properties["Correction"] = JsonSerializer.Serialize(correction, PipelineJson.Default.Correction);
        }

        if (message.Masked.Count > 0)
        {
            properties["Masked"] = JsonSerializer.Serialize(message.Masked, PipelineJson.Default.IReadOnlyListString);
        }

        if (message.Attachments.Count > 0)
        {
            LongText.Put(
                properties, "Attachments", JsonSerializer.Serialize(message.Attachments, PipelineJson.Default.IReadOnlyListAttachment));
        }

        if (message.Analysis is { } analysis)
        {
            properties["Sentiment"] = analysis.Sentiment.ToString();
            properties["Emotion"] = analysis.DominantEmotion.ToString();
            properties["Valence"] = analysis.Valence;
            properties["Scorer"] = analysis.Scorer;
            properties["Analysis"] = JsonSerializer.Serialize(analysis, PipelineJson.Default.TextAnalysis);
        }

        return new TableRow(conversation.Key, ConversationRowKeys.Message(message.OrderKey), properties);
    }

    /// <summary>The message of a row.</summary>
    /// <exception cref="InvalidDataException">The row is of a shape that this version does not know.</exception>
    public static MessageAnalyzed Read(TableRow row)
    {
        if ((int)row.Properties["Shape"] != Shape)
        {
            throw new InvalidDataException(
                $"Row '{row.RowKey}' of '{row.PartitionKey}' has shape {row.Properties["Shape"]}; this version reads shape {Shape}.");
        }

        return new MessageAnalyzed
        {
            Conversation = new Conversation
            {
                Key = row.PartitionKey,
                Platform = row.Text("Platform")!,
                Account = row.Text("Account")!,
                Id = row.Text("Conversation")!,
                Brand = row.Text("Brand")!,
                Channel = row.Text("Channel")!,
                LanguageHint = row.Text("LanguageHint"),
                EntryPage = row.Text("EntryPage"),
                CustomerId = row.Text("CustomerId"),
                Attributes = row.Text("Attributes") is { } attributes
                    ? JsonSerializer.Deserialize(attributes, PipelineJson.Default.ConversationAttributes)
                    : null,
            },
            MessageId = row.Text("MessageId")!,
            Kind = Enum.Parse<MessageKind>(row.Text("Kind")!),
            Sender = new Sender(Enum.Parse<SenderRole>(row.Text("Sender")!), row.Text("SenderId"), row.Text("FirstName")),
            SentAt = (DateTimeOffset)row.Properties["SentAt"],
            Text = LongText.Get(row, "Text"),
            TargetMessageId = row.Text("TargetMessageId"),
            Rating = row.Properties.TryGetValue("Rating", out var rating) ? (int)rating : null,
            Correction = row.Text("Correction") is { } correction
                ? JsonSerializer.Deserialize(correction, PipelineJson.Default.Correction)
                : null,
            Masked = row.Text("Masked") is { } masked
                ? JsonSerializer.Deserialize(masked, PipelineJson.Default.IReadOnlyListString)!
                : [],
            Attachments = row.Text("Attachments") is not null
                ? JsonSerializer.Deserialize(LongText.Get(row, "Attachments"), PipelineJson.Default.IReadOnlyListAttachment)!
                : [],
            Analysis = row.Text("Analysis") is { } analysis
                ? JsonSerializer.Deserialize(analysis, PipelineJson.Default.TextAnalysis)
                : null,
        };
    }

    private static void Put(Dictionary<string, object> properties, string name, string? value)
    {
        if (value is not null)
        {
            properties[name] = value;
        }
    }
}
