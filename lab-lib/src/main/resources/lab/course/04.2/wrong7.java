Patient patient = (work, patience) -> work.call();
