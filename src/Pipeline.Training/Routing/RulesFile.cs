using Pipeline.Routing;
using Pipeline.Training.Corpus;

namespace Pipeline.Training.Routing;

/// <summary>Reads the rules that a command is given.</summary>
internal static class RulesFile
{
    /// <summary>The rules of a file; those that come with the program for null.</summary>
    /// <exception cref="CorpusFileException">It is not there or not right; the message names each place and fault.</exception>
    public static RoutingRules Read(FileInfo? file)
    {
        try
        {
            return file is null ? RoutingSeed.ReadRules() : RoutingRulesReader.Read(File.ReadAllText(file.FullName), file.Name);
        }
        catch (Exception problem) when (problem is FormatException or IOException or UnauthorizedAccessException)
        {
            throw new CorpusFileException(problem.Message, problem);
        }
    }
}
