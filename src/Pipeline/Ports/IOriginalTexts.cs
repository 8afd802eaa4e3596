using Pipeline.Messages;

namespace Pipeline.Ports;

/// <summary>The vault: texts as customers wrote them, before masking. Empty unless a brand asks for it.</summary>
public interface IOriginalTexts
{
    /// <summary>
    /// Keeps the text of a captured message, encrypted, where its brand asks for that and something was masked in it; a deletion takes the text of
    /// the message that it is about away, whichever comes first.
    /// </summary>
    /// <param name="message">The message as it was captured.</param>
    /// <param name="masked">Whether anything was masked in it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task KeepAsync(MessageCaptured message, bool masked, CancellationToken cancellationToken);
}
