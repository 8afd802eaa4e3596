namespace Pipeline.Ports;

/// <summary>A language model that writes replies. Its answers are checked before anybody sees them; without one the library suggests alone.</summary>
public interface IReplyDrafter
{
    /// <summary>Has a reply written.</summary>
    /// <param name="prompt">What to write, with masked text only.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The model's answer as it is, well-formed or not.</returns>
    /// <exception cref="DrafterBusyException">It asks to be left alone.</exception>
    ValueTask<string> DraftAsync(DraftPrompt prompt, CancellationToken cancellationToken);
}
