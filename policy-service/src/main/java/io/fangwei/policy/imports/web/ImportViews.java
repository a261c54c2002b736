package io.fangwei.policy.imports.web;

import io.fangwei.policy.imports.Checked;
import io.fangwei.policy.imports.Done;
import io.fangwei.policy.imports.ImportJob;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.ReportingPolicy;

@Mapper(componentModel = "spring", unmappedTargetPolicy = ReportingPolicy.ERROR)
interface ImportViews {

    @Mapping(target = "id", source = "importId")
    @Mapping(target = "fileName", source = "file.name")
    @Mapping(target = "fileHash", source = "file.hash")
    @Mapping(target = "size", source = "file.size")
    @Mapping(target = "handedInBy", source = "file.by")
    @Mapping(target = "handedInOn", source = "file.on")
    ImportView of(ImportJob job);

    @Mapping(target = "rows", expression = "java(checked.rows())")
    ImportView.CheckedView of(Checked checked);

    @Mapping(target = "rows", expression = "java(done.rows())")
    ImportView.DoneView of(Done done);
}
