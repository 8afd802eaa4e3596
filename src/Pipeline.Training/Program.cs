using Pipeline.Training;

return await TrainingCommand.RunAsync(args);
