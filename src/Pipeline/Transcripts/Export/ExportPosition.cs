using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Pipeline.Ports;

namespace Pipeline.Transcripts.Export;

/// <summary>The place of a row in an export. Each row carries its own, so that whoever lost the connection goes on behind the last whole row.</summary>
/// <param name="Conversation">The conversation's place: see <see cref="NewestFirst"/>.</param>
/// <param name="Message">The number of the message in it; 0 in a row for a conversation.</param>
public readonly record struct ExportPosition(string Conversation, int Message = 0)
{
    private const char Separator = '\n';

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static ExportPosition Read(string text)
    {
        try
        {
            var parts = new UTF8Encoding(false, true).GetString(Base64Url.DecodeFromChars(text)).Split(Separator);
            if (parts.Length == 2
                && parts[0].Length is > NewestFirst.TimeLength + 1 and < TableLimits.MaxKeyLength
                && parts[0][NewestFirst.TimeLength] == '~'
                && parts[0].AsSpan(0, NewestFirst.TimeLength).IndexOfAnyExceptInRange('0', '9') < 0
                && long.Parse(parts[0].AsSpan(0, NewestFirst.TimeLength), CultureInfo.InvariantCulture) <= DateTimeOffset.MaxValue.UtcTicks
                && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var message))
            {
                return new(parts[0], message);
            }
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException or OverflowException)
        {
            // Said below, in the words of the parameter.
        }

        throw new FormatException("The position is not one of a row.");
    }

    /// <summary>When the conversation started.</summary>
    public DateTimeOffset StartedAt => new(
        DateTimeOffset.MaxValue.UtcTicks - long.Parse(Conversation.AsSpan(0, NewestFirst.TimeLength), CultureInfo.InvariantCulture),
        TimeSpan.Zero);

    /// <inheritdoc/>
    public override string ToString() => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(
        string.Create(CultureInfo.InvariantCulture, $"{Conversation}{Separator}{Message}")));
}
