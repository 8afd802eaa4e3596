namespace Pipeline.Benchmarks.Quality;

/// <summary>
/// Answers the questions of quality teams over generated conversations, at one size after another: the same folder grows, so that the figures
/// show what the size does.
/// </summary>
internal sealed class QualityBenchmark(IReadOnlyList<int> sizes, string? folder, int repetitions)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var path = folder ?? Directory.CreateTempSubdirectory("pipeline-quality-").FullName;
        try
        {
            foreach (var size in sizes.Order())
            {
                var data = new QualityData(path);
                await data.GrowAsync(size, cancellationToken);
                if (data.Count == size)
                {
                    await new QualityMeasure(path, repetitions).RunAsync(size, cancellationToken);
                }
                else
                {
                    Console.Error.WriteLine($"{path} holds {data.Count} conversations already: {size} are not measured.");
                }
            }
        }
        finally
        {
            if (folder is null)
            {
                Directory.Delete(path, recursive: true);
            }
        }
    }
}
