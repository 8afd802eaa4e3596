using System.Text;

namespace Pipeline.Ports;

/// <summary>
/// The limits of Service Bus (Standard) on one message, checked before it is sent: every implementation of <see cref="IBus"/> asks
/// here.
/// </summary>
public static class BusLimits
{
    /// <summary>The largest message, body and properties together, in bytes.</summary>
    public const int MaxMessageBytes = 256 * 1024;

    /// <summary>Checks identity and size of a message.</summary>
    /// <exception cref="ArgumentException">The message breaks a limit; the text names which.</exception>
    public static void Check(BusMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (message.Id is not { Length: >= 1 and <= BusMessage.MaxIdLength })
        {
            throw new ArgumentException(
                $"The message id has {message.Id?.Length ?? 0} characters; it takes 1 to {BusMessage.MaxIdLength}.", nameof(message));
        }

        var bytes = message.Body.Length;
        foreach (var (name, value) in message.Properties)
        {
            bytes += Encoding.UTF8.GetByteCount(name) + Encoding.UTF8.GetByteCount(value);
        }

        if (bytes > MaxMessageBytes)
        {
            throw new ArgumentException(
                $"Message {message.Id} has {bytes} bytes, body and properties together; the most is {MaxMessageBytes}.", nameof(message));
        }
    }
}
