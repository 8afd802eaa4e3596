namespace Pipeline.Scoring.Glance;

/// <summary>Takes what a glance sees of a text, place by place: a model adds weights up, training keeps the places.</summary>
internal interface IGlanceSink
{
    /// <summary>A word, a pair of words or a mark.</summary>
    /// <param name="place">Its place in the table of weights.</param>
    void TakeWord(ushort place);

    /// <summary>A group of letters.</summary>
    /// <param name="place">Its place in the table of weights.</param>
    void TakeLetters(ushort place);
}
