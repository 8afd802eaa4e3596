namespace Pipeline.Ports;

/// <summary>Fills configuration tables from the program's own files on first start; what is there already stays as it is.</summary>
public interface ISeed
{
    /// <summary>Writes what is missing. Harmless when run again, or by several instances at once.</summary>
    Task PlantAsync(CancellationToken cancellationToken);
}
