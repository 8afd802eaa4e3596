using Pipeline.Local.CommandLine;

return await LocalCommand.RunAsync(args);
